// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/people_wiring.h"

#include "server/filter/composition.h"
#include "ui/dialogs/test_clients_dialog.h"
#include "ui/format/numbers.h"
#include "ui/models/broker_state.h"
#include "ui/models/why_not.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/client_card.h"
#include "ui/widgets/clients_view.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/dock.h"
#include "ui/widgets/fan_bar.h"
#include "ui/widgets/frame_acts.h"
#include "ui/widgets/frame_filtering.h"
#include "ui/widgets/frames_tree.h"
#include "ui/widgets/frames_view.h"
#include "ui/widgets/group_strips.h"
#include "ui/widgets/groups_view.h"
#include "ui/widgets/listening_bar.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/plain_tree.h"

#include <QtGui/QAction>
#include <QtWidgets/QLineEdit>

namespace signalbox::ui {

namespace {

// The sample: two that talk and one that reads so slowly that its queue is seen to grow.
const QByteArray sampleGroup = "test";
constexpr std::chrono::milliseconds chatterInterval{200};
constexpr std::chrono::milliseconds slowInterval{20'000};

} // namespace

PeopleWiring::PeopleWiring(const WindowParts& parts)
    : m_parts(parts)
    , m_clientActs(parts.state, parts.actions.people, parts.window)
    , m_groupActs(parts.state, parts.actions.people, parts.window)
{
    connectViews();
    connectActs();
    connectTestClients();
    connectWhyNot();
    connect(&m_parts.state, &BrokerState::populationChanged, this, &PeopleWiring::updateCounts);
    updateCounts();
}

void PeopleWiring::connectViews()
{
    const ClientsView* clients = m_parts.clients;
    const GroupsView* groups = m_parts.groups;
    const GroupStrips* strips = m_parts.groupStrips;
    m_parts.clients->tree().addAction(m_parts.actions.people.disconnectClient); // its key works there
    m_parts.groups->addAction(m_parts.actions.people.disconnectClient);
    connect(clients, &ClientsView::selectionChanged, this,
            [this] { chooseClient(m_parts.clients->selectedClient()); });
    connect(clients, &ClientsView::menuWanted, &m_clientActs, &ClientActs::openMenu);
    connect(clients, &ClientsView::cardWanted, this, &PeopleWiring::showCard);
    connect(groups, &GroupsView::clientChosen, this, &PeopleWiring::chooseClient);
    connect(groups, &GroupsView::groupChosen, &m_groupActs, &GroupActs::choose);
    connect(groups, &GroupsView::clientMenuWanted, &m_clientActs, &ClientActs::openMenu);
    connect(groups, &GroupsView::groupMenuWanted, &m_groupActs, &GroupActs::openMenu);
    connect(groups, &GroupsView::cardWanted, this, &PeopleWiring::showCard);
    connect(strips, &GroupStrips::groupChosen, &m_groupActs, &GroupActs::choose);
    connect(strips, &GroupStrips::messageWanted, &m_groupActs, &GroupActs::message);
    connect(strips, &GroupStrips::clientChosen, this, [this](ClientId client) {
        m_parts.clients->select(client);
        chooseClient(client);
    });
    connect(strips, &GroupStrips::clientMenuWanted, &m_clientActs, &ClientActs::openMenu);
    connect(strips, &GroupStrips::groupMenuWanted, &m_groupActs, &GroupActs::openMenu);
    connect(m_parts.card, &ClientCard::leaveWanted, &m_clientActs, &ClientActs::leaveGroup);
    connect(m_parts.card, &ClientCard::frameWanted, this, &PeopleWiring::goToFrame);
}

void PeopleWiring::connectActs()
{
    connect(&m_clientActs, &ClientActs::messageWanted, this, &PeopleWiring::write);
    connect(&m_groupActs, &GroupActs::messageWanted, this, &PeopleWiring::write);
    connect(&m_clientActs, &ClientActs::filterWanted, this, &PeopleWiring::filterFrames);
    connect(&m_groupActs, &GroupActs::filterWanted, this, &PeopleWiring::filterFrames);
    connect(&m_clientActs, &ClientActs::cardWanted, this, &PeopleWiring::showCard);
    // The buttons of the card are the actions, so it always shows whom they mean; who is gone stays.
    connect(&m_clientActs, &ClientActs::chosenChanged, m_parts.card, &ClientCard::showClient);
    const auto act = [this](QAction* action) {
        return [this, action](ClientId client) { // on the client of a frame
            m_clientActs.choose(client);
            action->trigger();
        };
    };
    const PeopleActions& actions = m_parts.actions.people;
    connect(m_parts.frameActs, &FrameActs::disconnectWanted, this, act(actions.disconnectClient));
    connect(m_parts.frameActs, &FrameActs::muteWanted, this, act(actions.muteClient));
    connect(&m_clientActs, &ClientActs::failed, m_parts.banner, &Banner::setText);
}

void PeopleWiring::connectTestClients()
{
    const PeopleActions& actions = m_parts.actions.people;
    connect(actions.connectTestClients, &QAction::triggered, this, [this] {
        auto* dialog =
            new TestClientsDialog(m_parts.state.commands(), m_parts.state.groups().names(), &m_parts.window);
        dialog->open();
    });
    connect(actions.connectSampleClients, &QAction::triggered, this, &PeopleWiring::connectSampleClients);
    connect(actions.disconnectTestClients, &QAction::triggered, this, [this] {
        m_parts.state.commands().send(link::DisconnectTestClients{}, this,
                                      [this](const link::CommandAnswer& answer) { showError(answer); });
    });
}

void PeopleWiring::connectWhyNot()
{
    connect(&m_clientActs, &ClientActs::whyNotWanted, this, &PeopleWiring::answerWhyNot);
    connect(&m_parts.clients->fanBar(), &FanBar::mendWanted, this, &PeopleWiring::mend);
}

void PeopleWiring::answerWhyNot(ClientId client)
{
    const quint64 number = m_parts.state.clients().fan().number();
    m_parts.state.commands().send(
        link::FetchFrame{number}, this, [this, client, number](const link::CommandAnswer& answer) {
            const auto* detail = std::get_if<link::FrameDetail>(&answer.result);
            if (detail == nullptr || m_parts.state.clients().fan().number() != number) {
                return;
            }
            const WhyNot why = whyNot(*detail, client, m_parts.state.knownClients());
            m_mend = why.mend;
            m_parts.clients->fanBar().setAnswer(why.sentence, mendText(why.mend));
        });
}

void PeopleWiring::mend()
{
    const auto done = [this](const link::CommandAnswer& answer) {
        const auto* error = std::get_if<Error>(&answer.result);
        m_parts.clients->fanBar().setAnswer(error != nullptr ? error->message : mendedText(m_mend), {});
    };
    std::visit(
        [this, done](const auto& command) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(command)>, std::monostate>) {
                m_parts.state.commands().send(command, this, done);
            }
        },
        m_mend);
}

void PeopleWiring::connectSampleClients()
{
    const auto send = [this](const link::ConnectTestClients& command) {
        m_parts.state.commands().send(command, this,
                                      [this](const link::CommandAnswer& answer) { showError(answer); });
    };
    send({2, "tester", sampleGroup, link::TestBehaviour::Chatter, chatterInterval});
    send({1, "slow", sampleGroup, link::TestBehaviour::SlowReader, slowInterval});
}

void PeopleWiring::showError(const link::CommandAnswer& answer)
{
    if (const auto* error = std::get_if<Error>(&answer.result)) {
        m_parts.banner->setText(error->message);
    }
}

void PeopleWiring::updateCounts()
{
    m_parts.clientsDock->setCount(countText(static_cast<qint64>(m_parts.state.clients().rowCount())));
    m_parts.groupsDock->setCount(countText(static_cast<qint64>(m_parts.state.groups().groupCount())));
}

void PeopleWiring::chooseClient(ClientId client)
{
    m_clientActs.choose(client);
    if (!client.isNull() && !m_parts.state.clients().fan().isEmpty()) {
        answerWhyNot(client); // whoever looks at a message means that message
    }
}

void PeopleWiring::write(const Recipients& recipients)
{
    m_parts.composerDock->show();
    m_parts.composerDock->raise(); // the card may lie over it
    m_parts.composer->addressTo(recipients);
}

void PeopleWiring::goToFrame(quint64 number)
{
    FramesModel& frames = m_parts.state.frames();
    if (!frames.indexOf(number).isValid()) {
        m_parts.filtering->clear(); // it hides the frame
    }
    if (const QModelIndex row = frames.indexOf(number); row.isValid()) {
        m_parts.frames->tree().setCurrentIndex(row);
        m_parts.frames->tree().scrollTo(row);
    }
}

void PeopleWiring::showCard(ClientId client)
{
    chooseClient(client);
    m_parts.cardDock->show();
    m_parts.cardDock->raise();
}

void PeopleWiring::filterFrames(const QString& term, bool alone)
{
    QLineEdit& filter = m_parts.bar->filterEdit();
    filter.setText(alone ? term : filter::composed(filter.text(), filter::Composition::AndSelected, term));
}

} // namespace signalbox::ui
