// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/people_actions.h"

#include <QtGui/QAction>

namespace signalbox::ui {

PeopleActions::PeopleActions(QObject* parent)
    : ActionSet(parent)
{
    const QString client = tr("&Client");
    const auto addClient = [this, &client](const QString& text, const QList<QKeySequence>& keys = {}) {
        return addToSubmenu(MenuPlace::Broker, client, text, keys);
    };
    messageClient = addClient(tr("&Message to the client …"));
    whyNot = addClient(tr("&Why not?"));
    showCard = addClient(tr("Show the client's c&ard"));
    clientConversation = addClient(tr("Show c&onversation"));
    filterToClient = addClient(tr("&Filter to this sender"));
    filterNotClient = addClient(tr("Filter &not this sender"));
    joinGroup = addClient(tr("&Join a group …"));
    leaveGroup = addClient(tr("&Leave group"));
    muteClient = addClient(tr("M&ute …"), {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_D)});
    unmuteClient = addClient(tr("Unmut&e"));
    copyClientId = addClient(tr("Copy the &id"));
    disconnectClient = addClient(tr("&Disconnect the client …"), {QKeySequence(Qt::Key_Delete)});
    disconnectClient->setShortcutContext(Qt::WidgetShortcut);

    const QString group = tr("&Group");
    messageGroup = addToSubmenu(MenuPlace::Broker, group, tr("&Message to the group …"));
    groupConversation = addToSubmenu(MenuPlace::Broker, group, tr("Show c&onversation"));
    removeGroup = addToSubmenu(MenuPlace::Broker, group, tr("&Remove the group …"));
    closeGroup = addToSubmenu(MenuPlace::Broker, group, tr("&Disconnect all its clients …"));

    connectTestClients = add(MenuPlace::Tools, tr("Connect &test clients …"));
    connectSampleClients = add(MenuPlace::Tools, tr("Connect th&ree test clients"));
    disconnectTestClients = add(MenuPlace::Tools, tr("&Disconnect all test clients"));
}

QList<QAction*> PeopleActions::forOneClient() const
{
    return {messageClient,   whyNot,    showCard,   clientConversation, filterToClient,
            filterNotClient, joinGroup, muteClient, copyClientId,       disconnectClient};
}

} // namespace signalbox::ui
