// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/people_wiring.h"

#include "ui/dialogs/disconnect_dialog.h"
#include "ui/format/numbers.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/clients_view.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/dock.h"
#include "ui/widgets/frame_acts.h"
#include "ui/widgets/groups_view.h"
#include "ui/widgets/main_window.h"

#include <QtGui/QAction>

namespace signalbox::ui {

PeopleWiring::PeopleWiring(const WindowParts& parts)
    : m_parts(parts)
{
    connect(m_parts.actions.people.disconnectClient, &QAction::triggered, this,
            [this] { disconnectClient(m_parts.clients->selectedClient()); });
    connect(m_parts.frameActs, &FrameActs::disconnectWanted, this, &PeopleWiring::disconnectClient);
    connect(m_parts.clients, &ClientsView::disconnectWanted, this, &PeopleWiring::disconnectClient);
    connect(m_parts.groups, &GroupsView::disconnectWanted, this, &PeopleWiring::disconnectClient);
    connect(m_parts.clients, &ClientsView::messageWanted, m_parts.composer, &Composer::addressTo);
    connect(m_parts.groups, &GroupsView::messageWanted, m_parts.composer, &Composer::addressTo);
    connect(m_parts.clients, &ClientsView::selectionChanged, this, &PeopleWiring::updateCounts);
    connect(&m_parts.state, &BrokerState::populationChanged, this, &PeopleWiring::updateCounts);
    updateCounts();
}

void PeopleWiring::updateCounts()
{
    m_parts.clientsDock->setCount(countText(static_cast<qint64>(m_parts.state.clients().rowCount())));
    m_parts.groupsDock->setCount(countText(static_cast<qint64>(m_parts.state.groups().groupCount())));
    m_parts.actions.people.disconnectClient->setEnabled(!m_parts.clients->selectedClient().isNull());
}

void PeopleWiring::disconnectClient(ClientId client)
{
    if (client.isNull()) {
        return;
    }
    auto* dialog = new DisconnectDialog(client, m_parts.state.names().label(client), &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_parts.state.commands().send(dialog->command(), this, [this](const link::CommandAnswer& answer) {
            if (const auto* error = std::get_if<Error>(&answer.result)) {
                m_parts.banner->setText(error->message);
            }
        });
    });
    dialog->open();
}

} // namespace signalbox::ui
