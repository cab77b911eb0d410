// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/client_acts.h"

#include "ui/dialogs/disconnect_dialog.h"
#include "ui/dialogs/join_group_dialog.h"
#include "ui/dialogs/mute_dialog.h"
#include "ui/format/client_words.h"
#include "ui/format/plain.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/people_actions.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QWidget>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

ClientActs::ClientActs(BrokerState& state, PeopleActions& actions, QWidget& window)
    : m_state(state)
    , m_actions(actions)
    , m_window(window)
    , m_leaveMenu(new QMenu(&window))
{
    m_actions.leaveGroup->setMenu(m_leaveMenu);
    connect(m_leaveMenu, &QMenu::aboutToShow, this, &ClientActs::fillLeaveMenu);
    connect(&m_state, &BrokerState::populationChanged, this, &ClientActs::update);
    connect(&m_state.clients(), &ClientsModel::fanChanged, this, &ClientActs::update);
    connectActions();
    update();
}

void ClientActs::connectActions()
{
    const auto on = [this](QAction* action, auto what) {
        connect(action, &QAction::triggered, this, [this, what] {
            if (m_state.clients().find(m_client) != nullptr) {
                what();
            }
        });
    };
    on(m_actions.showCard, [this] { Q_EMIT cardWanted(m_client); });
    on(m_actions.messageClient, [this] { Q_EMIT messageWanted({{RecipientType::Client, m_client.text()}}); });
    on(m_actions.clientConversation,
       [this] { Q_EMIT filterWanted(u"with:"_s + QString::fromLatin1(m_client.text()), true); });
    on(m_actions.filterToClient, [this] { Q_EMIT filterWanted(senderTerm(), false); });
    on(m_actions.filterNotClient, [this] { Q_EMIT filterWanted(u'-' + senderTerm(), false); });
    on(m_actions.whyNot, [this] { Q_EMIT whyNotWanted(m_client); });
    on(m_actions.joinGroup, [this] { joinGroup(); });
    on(m_actions.muteClient,
       [this] { open(new MuteDialog(m_state.commands(), m_client, label(), m_clock, &m_window)); });
    on(m_actions.unmuteClient, [this] { unmute(); });
    on(m_actions.copyClientId, [this] { copyId(); });
    on(m_actions.disconnectClient,
       [this] { open(new DisconnectDialog(m_state.commands(), m_client, label(), &m_window)); });
}

void ClientActs::choose(ClientId client)
{
    m_client = client;
    update();
    if (!client.isNull()) {
        Q_EMIT chosenChanged(client);
    }
}

void ClientActs::update()
{
    const link::ClientInfo* info = m_state.clients().find(m_client);
    for (QAction* action : m_actions.forOneClient()) {
        action->setEnabled(info != nullptr);
    }
    m_actions.whyNot->setEnabled(info != nullptr && !m_state.clients().fan().isEmpty());
    const bool isMuted = info != nullptr && info->mutedUntil > m_clock.wallNow();
    m_actions.leaveGroup->setEnabled(info != nullptr && !info->groups.isEmpty());
    m_actions.unmuteClient->setEnabled(isMuted);
    m_actions.muteClient->setEnabled(info != nullptr && !isMuted);
}

void ClientActs::openMenu(ClientId client, const QPoint& globalPosition)
{
    choose(client);
    if (m_state.clients().find(client) == nullptr) {
        return;
    }
    QMenu menu;
    QAction* title = menu.addAction(plainMenuText(label()));
    title->setEnabled(false);
    menu.addSeparator();
    menu.addActions({m_actions.messageClient, m_actions.whyNot, m_actions.showCard});
    menu.addSeparator();
    menu.addActions({m_actions.clientConversation, m_actions.filterToClient, m_actions.filterNotClient});
    menu.addSeparator();
    menu.addActions({m_actions.joinGroup, m_actions.leaveGroup});
    menu.addAction(m_actions.unmuteClient->isEnabled() ? m_actions.unmuteClient : m_actions.muteClient);
    menu.addSeparator();
    menu.addActions({m_actions.copyClientId, m_actions.disconnectClient});
    menu.exec(globalPosition);
}

void ClientActs::fillLeaveMenu()
{
    m_leaveMenu->clear();
    const link::ClientInfo* info = m_state.clients().find(m_client);
    if (info == nullptr) {
        return;
    }
    for (const GroupName& group : info->groups) {
        m_leaveMenu->addAction(plainMenuText(plainName(group.bytes())), this,
                               [this, group] { leaveGroup(m_client, group.bytes()); });
    }
}

void ClientActs::leaveGroup(ClientId client, const QByteArray& group)
{
    m_state.commands().send(link::LeaveGroup{client, GroupName::trusted(group)}, this,
                            [this](const link::CommandAnswer& answer) {
                                if (const auto* error = std::get_if<Error>(&answer.result)) {
                                    Q_EMIT failed(error->message);
                                }
                            });
}

void ClientActs::joinGroup()
{
    open(new JoinGroupDialog(m_state.commands(), m_client, label(), m_state.groups().names(), &m_window));
}

void ClientActs::unmute()
{
    m_state.commands().send(link::MuteClient{m_client, WallTime{}}, this,
                            [this](const link::CommandAnswer& answer) {
                                if (const auto* error = std::get_if<Error>(&answer.result)) {
                                    Q_EMIT failed(error->message);
                                }
                            });
}

void ClientActs::copyId()
{
    QGuiApplication::clipboard()->setText(QString::fromLatin1(m_client.text()));
}

void ClientActs::open(CommandDialog* dialog)
{
    dialog->open();
}

QString ClientActs::label() const
{
    return m_state.names().label(m_client);
}

QString ClientActs::senderTerm() const
{
    const link::ClientInfo* info = m_state.clients().find(m_client);
    const bool hasUser = info != nullptr && !info->user.isEmpty();
    const QString who = hasUser ? info->user.text() : QString::fromLatin1(m_client.text());
    const bool needsQuotes = who.contains(u' ') || who.contains(u'"');
    return needsQuotes ? u"from:\""_s + who + u'"' : u"from:"_s + who;
}

} // namespace signalbox::ui
