// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/link_requests.h"

#include "server/broker/frame_commands.h"
#include "server/filter/filter.h"
#include "server/link/broker_link.h"

#include <algorithm>
#include <utility>

namespace signalbox::broker {

namespace {

/// One that is busy gets no more than so many batches ahead.
constexpr int maxUnconfirmedBatches = 4;

bool isAboutTestClients(const link::Command& command)
{
    return std::holds_alternative<link::ConnectTestClients>(command) ||
           std::holds_alternative<link::DisconnectTestClients>(command);
}

} // namespace

LinkRequests::LinkRequests(Mailboxes& mailboxes, link::LinkId link, QByteArray peer, Tell tell)
    : m_mailboxes(mailboxes)
    , m_link(link)
    , m_peer(std::move(peer))
    , m_tell(std::move(tell))
{
}

recording::ConsumerSink LinkRequests::sink() const
{
    return {
        [tell = m_tell](link::FrameBatch batch) { tell(link::FramesCaptured{std::move(batch)}); },
        [tell = m_tell](link::CommandId command, link::FrameDetail detail) {
            tell(link::CommandAnswer{command, std::move(detail)});
        },
        [tell = m_tell](link::FramesFound found) { tell(std::move(found)); },
    };
}

Result<void> LinkRequests::attach(bool wantsState, const link::FrameWishes& wishes)
{
    if (m_attached) {
        return {};
    }
    Result<filter::Filter> filter = filter::compile(wishes.filter);
    if (!filter) {
        return filter.error();
    }
    m_attached = true;
    m_mailboxes.hub.post(hub_task::Attach{m_link, m_peer, wantsState});
    m_mailboxes.capture.post(recording::AttachConsumer{consumer(), sink(), maxUnconfirmedBatches, wishes,
                                                       std::move(filter).value()});
    return {};
}

void LinkRequests::detach()
{
    if (std::exchange(m_attached, false)) {
        m_mailboxes.capture.post(recording::DetachConsumer{consumer()});
        m_mailboxes.hub.post(hub_task::Detach{m_link, m_peer});
    }
}

void LinkRequests::takeConfirmation(int batches)
{
    if (m_attached && batches > 0) {
        m_mailboxes.capture.post(recording::ConfirmBatches{consumer(), batches});
    }
}

void LinkRequests::perform(quint64 number, link::Command command)
{
    if (isFrameCommand(command)) {
        sendToCapture(number, command);
    } else {
        sendToHub(number, command);
    }
}

void LinkRequests::sendToHub(quint64 number, link::Command& command) const
{
    if (isAboutTestClients(command)) {
        const Result<void> handled =
            m_testClients ? m_testClients(command)
                          : Error{"command.not_supported",
                                  QStringLiteral("Test clients are connected by the broker's own window.")};
        if (!handled) {
            answer(number, handled.error());
            return;
        }
    }
    m_mailboxes.hub.post(hub_task::Command{link::commandOf(m_link, number), std::move(command)});
}

void LinkRequests::sendToCapture(quint64 number, link::Command& command) const
{
    if (!m_attached) { // capture knows no such consumer, and every command is answered
        answer(number, link::notAttached());
        return;
    }
    if (auto* const cancel = std::get_if<link::CancelSearch>(&command)) {
        cancel->search = link::commandOf(m_link, cancel->search);
    }
    Result<recording::CaptureTask> task =
        captureTask(consumer(), link::commandOf(m_link, number), command, sink().found);
    if (!task) {
        answer(number, task.error());
        return;
    }
    if (!std::holds_alternative<link::FetchFrame>(command)) { // capture answers that with the frame
        answer(number, link::CommandAnswer::Done{});
    }
    m_mailboxes.capture.post(std::move(task).value());
}

void LinkRequests::answer(quint64 number, link::CommandAnswer::Result result) const
{
    m_tell(link::CommandAnswer{number, std::move(result)});
}

} // namespace signalbox::broker
