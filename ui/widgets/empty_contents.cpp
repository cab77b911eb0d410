// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_contents.h"

#include "ui/format/numbers.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/actions.h"

#include <QtCore/QCoreApplication>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

struct EmptyContents {
    Q_DECLARE_TR_FUNCTIONS(EmptyContents)
};

EmptyState::Content noListener(const BrokerState& state, const Actions& actions)
{
    QStringList reasons;
    for (const link::ListenerState& listener : state.listeners().listeners) {
        if (!listener.error.isEmpty()) {
            reasons += QString::fromUtf8(listener.url) + u": "_s + listener.error;
        }
    }
    const QString why =
        reasons.isEmpty()
            ? EmptyContents::tr("The broker accepts no connections. Clients that are there stay.")
            : reasons.join(u'\n');
    return {EmptyContents::tr("Not listening"), why, {}, {actions.broker.startListening}};
}

EmptyState::Content noClient(const BrokerState& state, const Actions& actions)
{
    // Without a group: what is sent without recipients reaches it then.
    const QString url = QString::fromUtf8(state.listeners().url) + u"/ws"_s;
    return {
        EmptyContents::tr("Waiting for the first client"),
        EmptyContents::tr(
            "Connect a page or a device of your own with this URL, or paste the second line into "
            "the console of any page on this machine. Or try it with three test clients: two "
            "that talk, and one that reads so slowly that its queue is seen to grow."),
        {url,
         u"socket = new WebSocket(\"%1\"); socket.onmessage = event => console.log(event.data)"_s.arg(url)},
        {actions.people.connectSampleClients, actions.broker.openDemo}};
}

} // namespace

EmptyState::Content emptyFramesContent(BrokerState& state, const Actions& actions)
{
    const ViewLedger ledger = state.frames().ledger();
    if (state.frames().isFiltered() && ledger.hidden > 0) {
        return {EmptyContents::tr("No frame matches the filter"),
                ledger.hidden == 1 ? EmptyContents::tr("1 frame is hidden.")
                                   : EmptyContents::tr("%1 frames are hidden.").arg(countText(ledger.hidden)),
                {},
                {actions.frames.clearFilter}};
    }
    if (!state.isListening()) {
        return noListener(state, actions);
    }
    if (state.clients().rowCount() == 0) {
        return noClient(state, actions);
    }
    if (state.frames().isPaused()) {
        return {EmptyContents::tr("Paused"),
                EmptyContents::tr("Frames are captured and wait."),
                {},
                {actions.frames.pause}};
    }
    return {
        EmptyContents::tr("No frame yet"),
        EmptyContents::tr("Frames appear here as they pass, in both directions. Send a message to see one."),
        {},
        {actions.message.newMessage}};
}

} // namespace signalbox::ui
