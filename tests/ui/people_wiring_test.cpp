// SPDX-License-Identifier: GPL-3.0-or-later
// The acts on clients and groups, through the window: menus, keys, dialogs, and where errors are shown.
#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/dialogs/close_group_dialog.h"
#include "ui/dialogs/disconnect_dialog.h"
#include "ui/dialogs/join_group_dialog.h"
#include "ui/dialogs/mute_dialog.h"
#include "ui/dialogs/remove_group_dialog.h"
#include "ui/dialogs/test_clients_dialog.h"
#include "ui/widgets/client_acts.h"
#include "ui/widgets/client_card.h"
#include "ui/widgets/clients_view.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/fan_bar.h"
#include "ui/widgets/frames_tree.h"
#include "ui/widgets/frames_view.h"
#include "ui/widgets/group_acts.h"
#include "ui/widgets/groups_view.h"
#include "ui/widgets/listening_bar.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/people_wiring.h"
#include "ui/widgets/plain_tree.h"
#include "ui/widgets/recipient_editor.h"

#include <QtTest/QtTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

using namespace signalbox;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;

class PeopleWiringTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void enablesWhatCanBeDoneWithTheSelectedClient();
    void addressesTheSelectedClient();
    void mutesWithItsKeyAndUnmutes();
    void joinsAndLeavesGroups();
    void filtersTheFrames();
    void opensTheMenuOfAClient();
    void closesAndRemovesAGroup();
    void offersNothingThatWouldCloseThoseWithoutAGroup();
    void connectsTestClients();
    void connectsTwoThatTalkAndOneThatIsSlow();
    void showsErrorsOfActsWithoutADialogInTheBanner();
    void showsTheCardOfTheSelectedClient();
    void lightsUpTheClientsOfTheSelectedMessage();
    void saysWhyAClientDidNotGetTheMessageAndMendsIt();

private:
    [[nodiscard]] ui::PeopleActions& actions() { return m_window->actions().people; }
    void selectClient(quint64 id) { m_window->clientsView().select(ClientId(id)); }
    void selectGroup(int row)
    {
        ui::GroupsView& view = m_window->groupsView();
        view.setCurrentIndex(view.model()->index(row, 0));
    }
    template <typename Dialog>
    [[nodiscard]] Dialog* dialog() const
    {
        return m_window->findChild<Dialog*>();
    }
    [[nodiscard]] bool says(const QString& part) const
    {
        const auto labels = m_window->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&part](const QLabel* label) {
            return label->isVisible() && label->text().contains(part);
        });
    }

    std::unique_ptr<TestLink> m_link;
    std::unique_ptr<ui::MainWindow> m_window;
};

void PeopleWiringTest::init()
{
    m_link = std::make_unique<TestLink>();
    m_window = std::make_unique<ui::MainWindow>(*m_link, link::WindowOptions{});
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_link->emitEvent(link::ListenersChanged{{{"ws://127.0.0.1:5210", true, {}, {}}}, "ws://127.0.0.1:5210"});
    m_link->emitEvent(
        link::ClientsChanged{{client(1, "ann", {"red"}), client(2, "bob", {"red"}), client(3, {})}});
}

void PeopleWiringTest::cleanup()
{
    m_window.reset();
    m_link.reset();
}

void PeopleWiringTest::enablesWhatCanBeDoneWithTheSelectedClient()
{
    for (const QAction* action : actions().forOneClient()) {
        QVERIFY2(!action->isEnabled(), qPrintable(action->text()));
    }
    selectClient(1);
    QVERIFY(actions().disconnectClient->isEnabled());
    QVERIFY(actions().muteClient->isEnabled());
    QVERIFY(!actions().unmuteClient->isEnabled());
    QVERIFY(actions().leaveGroup->isEnabled());
    selectClient(3);
    QVERIFY(!actions().leaveGroup->isEnabled()); // it is in none
    m_link->emitEvent(link::ClientsEnded{{ended(3), ended(2), ended(1)}});
    QVERIFY(!actions().disconnectClient->isEnabled());
}

void PeopleWiringTest::addressesTheSelectedClient()
{
    selectClient(2);
    actions().messageClient->trigger();
    QCOMPARE(m_window->composer().recipients().recipients().value(),
             (Recipients{{RecipientType::Client, "c2"}}));
}

void PeopleWiringTest::mutesWithItsKeyAndUnmutes()
{
    selectClient(1);
    m_window->clientsView().tree().setFocus();
    QTest::keyClick(&m_window->clientsView().tree(), Qt::Key_D, Qt::ControlModifier | Qt::AltModifier);
    auto* mute = dialog<ui::MuteDialog>();
    QVERIFY(mute != nullptr);
    QTest::keyClick(mute, Qt::Key_Return);
    QCOMPARE(m_link->last<link::MuteClient>()->client, ClientId(1));
    QVERIFY(m_link->last<link::MuteClient>()->until > SystemClock().wallNow());
    m_link->answer(m_link->lastId<link::MuteClient>(), link::CommandAnswer::Done{});

    link::ClientInfo muted = client(1, "ann", {"red"});
    muted.mutedUntil = WallTime::max();
    m_link->emitEvent(link::ClientsChanged{{muted}});
    QVERIFY(!actions().muteClient->isEnabled());
    actions().unmuteClient->trigger();
    QVERIFY(m_link->last<link::MuteClient>()->until == WallTime{});
}

void PeopleWiringTest::joinsAndLeavesGroups()
{
    selectClient(1);
    actions().joinGroup->trigger();
    auto* join = dialog<ui::JoinGroupDialog>();
    QVERIFY(join != nullptr);
    QTest::keyClicks(&join->group(), u"blue"_s);
    QTest::keyClick(&join->group(), Qt::Key_Return);
    QCOMPARE(m_link->last<link::JoinGroup>()->group.bytes(), QByteArray("blue"));

    QMenu* leave = actions().leaveGroup->menu();
    Q_EMIT leave->aboutToShow();
    QCOMPARE(leave->actions().size(), 1);
    leave->actions().first()->trigger();
    QCOMPARE(m_link->last<link::LeaveGroup>()->client, ClientId(1));
    QCOMPARE(m_link->last<link::LeaveGroup>()->group.bytes(), QByteArray("red"));
}

void PeopleWiringTest::filtersTheFrames()
{
    QLineEdit& filter = m_window->listeningBar().filterEdit();
    selectClient(1);
    actions().clientConversation->trigger();
    QCOMPARE(filter.text(), u"with:c1"_s);
    actions().filterNotClient->trigger();
    QCOMPARE(filter.text(), u"with:c1 and -from:ann"_s);
    selectClient(3);
    filter.clear();
    actions().filterToClient->trigger();
    QCOMPARE(filter.text(), u"from:c3"_s);
    selectGroup(0);
    actions().groupConversation->trigger();
    QCOMPARE(filter.text(), u"to:\"group red\""_s);
}

void PeopleWiringTest::opensTheMenuOfAClient()
{
    QStringList texts;
    QTimer::singleShot(0, this, [&texts] {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        for (const QAction* action : menu->actions()) {
            texts += action->text().remove(u'&');
        }
        menu->close();
    });
    ui::PlainTree& tree = m_window->clientsView().tree();
    const QPoint position = tree.visualRect(tree.model()->index(1, 0)).center();
    Q_EMIT tree.customContextMenuRequested(position);
    QCOMPARE(texts.first(), u"bob c2"_s);
    QVERIFY(texts.contains(u"Mute …"_s));
    QVERIFY(texts.contains(u"Why not?"_s));
}

void PeopleWiringTest::closesAndRemovesAGroup()
{
    selectGroup(0);
    actions().closeGroup->trigger();
    auto* close = dialog<ui::CloseGroupDialog>();
    QVERIFY(close != nullptr);
    QCOMPARE(close->confirm().text(), u"&Disconnect 2 clients"_s);
    QTest::keyClick(close, Qt::Key_Return);
    QCOMPARE(m_link->last<link::CloseGroup>()->group.bytes(), QByteArray("red"));
    actions().removeGroup->trigger();
    auto* remove = dialog<ui::RemoveGroupDialog>();
    QVERIFY(remove != nullptr);
    QTest::mouseClick(&remove->confirm(), Qt::LeftButton);
    QCOMPARE(m_link->last<link::RemoveGroup>()->group.bytes(), QByteArray("red"));
}

void PeopleWiringTest::offersNothingThatWouldCloseThoseWithoutAGroup()
{
    selectGroup(1); // (no group)
    QVERIFY(actions().messageGroup->isEnabled());
    QVERIFY(!actions().closeGroup->isEnabled());
    QVERIFY(!actions().removeGroup->isEnabled());
    actions().messageGroup->trigger();
    QVERIFY(m_window->composer().recipients().recipients().value().empty());
}

void PeopleWiringTest::connectsTestClients()
{
    actions().connectTestClients->trigger();
    auto* connectDialog = dialog<ui::TestClientsDialog>();
    QVERIFY(connectDialog != nullptr);
    QTest::mouseClick(&connectDialog->confirm(), Qt::LeftButton);
    QCOMPARE(m_link->last<link::ConnectTestClients>()->count, 3);
    actions().disconnectTestClients->trigger();
    QVERIFY(m_link->last<link::DisconnectTestClients>() != nullptr);
}

void PeopleWiringTest::connectsTwoThatTalkAndOneThatIsSlow()
{
    actions().connectSampleClients->trigger();
    std::vector<link::ConnectTestClients> sent;
    for (const TestLink::Sent& command : m_link->commands) {
        if (const auto* connectClients = std::get_if<link::ConnectTestClients>(&command.command)) {
            sent.push_back(*connectClients);
        }
    }
    QCOMPARE(sent.size(), size_t(2));
    QCOMPARE(sent[0].count, 2);
    QCOMPARE(sent[0].behaviour, link::TestBehaviour::Chatter);
    QCOMPARE(sent[1].count, 1);
    QCOMPARE(sent[1].behaviour, link::TestBehaviour::SlowReader);
    QCOMPARE(sent[0].group, sent[1].group);
    QVERIFY(!sent[0].group.isEmpty());
}

void PeopleWiringTest::showsErrorsOfActsWithoutADialogInTheBanner()
{
    actions().disconnectTestClients->trigger();
    m_link->answer(m_link->lastId<link::DisconnectTestClients>(), Error{"x.y", u"There are none <b>."_s});
    QVERIFY(says(u"There are none <b>."_s));
}

void PeopleWiringTest::showsTheCardOfTheSelectedClient()
{
    auto* card = m_window->findChild<ui::ClientCard*>();
    QVERIFY(card != nullptr);
    selectClient(2);
    QCOMPARE(card->client(), ClientId(2));
    actions().showCard->trigger();
    QTRY_VERIFY(card->isVisible());
    QCOMPARE(card->title(), u"● bob"_s);
}

void PeopleWiringTest::lightsUpTheClientsOfTheSelectedMessage()
{
    m_link->emitEvent(link::FramesCaptured{batch({routed(812, 18, 2), frame(813)}, 813)});
    ui::FramesTree& tree = m_window->framesView().tree();
    tree.setCurrentIndex(m_window->state().frames().indexOf(812));
    m_link->answer(m_link->lastId<link::FetchFrame>(), fanDetail());
    ui::FanBar& bar = m_window->clientsView().fanBar();
    QVERIFY(bar.isVisible());
    QCOMPARE(bar.heading(), u"Message 812: 1 of 4 got it"_s);
    link::FrameBatch news = batch({}, 813);
    news.deliveries = {{MessageId(18), {{ClientId(2), DeliveryState::Sent, 0}}}};
    m_link->emitEvent(link::FramesCaptured{news});
    QCOMPARE(bar.heading(), u"Message 812: 2 of 4 got it"_s);
    tree.setCurrentIndex(m_window->state().frames().indexOf(813)); // no message
    QVERIFY(!bar.isVisible());
}

void PeopleWiringTest::saysWhyAClientDidNotGetTheMessageAndMendsIt()
{
    m_link->emitEvent(link::ClientsChanged{{client(4, "dan", {"blue"})}});
    selectClient(4);
    QVERIFY(!actions().whyNot->isEnabled()); // no message is selected
    m_link->emitEvent(link::FramesCaptured{batch({routed(812, 18, 2)}, 812)});
    m_window->framesView().tree().setCurrentIndex(m_window->state().frames().indexOf(812));
    m_link->answer(m_link->lastId<link::FetchFrame>(), fanDetail());
    selectClient(4);
    QVERIFY(actions().whyNot->isEnabled());
    actions().whyNot->trigger();
    m_link->answer(m_link->lastId<link::FetchFrame>(), fanDetail());
    ui::FanBar& bar = m_window->clientsView().fanBar();
    QVERIFY2(bar.answer().contains(u"was not in red"_s), qPrintable(bar.answer()));
    QVERIFY(bar.mend().isVisible());
    QTest::mouseClick(&bar.mend(), Qt::LeftButton);
    QCOMPARE(m_link->last<link::JoinGroup>()->client, ClientId(4));
    QCOMPARE(m_link->last<link::JoinGroup>()->group.bytes(), QByteArray("red"));
    m_link->answer(m_link->lastId<link::JoinGroup>(), link::CommandAnswer::Done{});
    QVERIFY(!bar.mend().isVisible());
    QVERIFY(!bar.answer().isEmpty());
}

SIGNALBOX_TEST(PeopleWiringTest)
#include "people_wiring_test.moc"
