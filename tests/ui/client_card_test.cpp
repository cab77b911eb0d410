// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/broker_state.h"
#include "ui/widgets/client_card.h"
#include "ui/widgets/client_history.h"
#include "ui/widgets/client_meters.h"
#include "ui/widgets/name_chip.h"
#include "ui/widgets/people_actions.h"
#include "ui/widgets/plain_tree.h"

#include <QtGui/QAction>
#include <QtTest/QtTest>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

using namespace signalbox;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;
using ui::ClientCard;

class ClientCardTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void saysThatNoClientIsSelected();
    void showsWhoTheClientIs();
    void showsTheProxyAndWhatWasIgnored();
    void showsWhatAnXSocketsClientSubscribesTo();
    void asksForTheHeadersOnceAndShowsThemAsText();
    void showsWhyThereAreNoHeaders();
    void leavesAGroupByItsCrossAndItsKey();
    void joinsAGroup();
    void showsTheLastFramesAndGoesToOne();
    void showsFramesThatTheFilterHides();
    void showsHowEarlierConnectionsOfTheUserEnded();
    void staysWhenTheClientEndsAndSaysSo();
    void measuresTheLastMinute();
    void standsInColumnsWhereThereIsWidth();
    void keepsNoHeadingWithoutContentWhenTheClientIsGone();
    void keepsNoHeadingWithoutAClient();
    void showsItsLastFramesWithoutScrollingSideways();

private:
    [[nodiscard]] bool says(const QString& part) const
    {
        const auto labels = m_card->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&part](const QLabel* label) {
            return label->isVisibleTo(label->window()) && label->text().contains(part);
        });
    }

    std::unique_ptr<TestLink> m_link;
    std::unique_ptr<ui::BrokerState> m_state;
    std::unique_ptr<ui::PeopleActions> m_actions;
    std::unique_ptr<ClientCard> m_card;
};

void ClientCardTest::init()
{
    m_link = std::make_unique<TestLink>();
    m_state = std::make_unique<ui::BrokerState>(*m_link);
    m_actions = std::make_unique<ui::PeopleActions>();
    m_card = std::make_unique<ClientCard>(*m_state, *m_actions);
    link::ClientInfo ann = client(3, "ann", {"red", "<b>blue"});
    ann.origin = "https://shop.example";
    ann.subprotocol = "chat.v2";
    ann.userAgent = "<img src=x>";
    m_link->emitEvent(link::ClientsChanged{{ann, client(4, "bob")}});
    m_card->resize(300, 700);
    m_card->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_card.get()));
}

void ClientCardTest::cleanup()
{
    m_card.reset();
    m_actions.reset();
    m_state.reset();
    m_link.reset();
}

void ClientCardTest::saysThatNoClientIsSelected()
{
    QVERIFY(says(u"No client is selected"_s));
}

void ClientCardTest::showsWhoTheClientIs()
{
    m_card->showClient(ClientId(3));
    QCOMPARE(m_card->title(), u"● ann"_s);
    for (const QString& part : {u"c3 · connected for"_s, u"Origin: https://shop.example"_s, u"Path: /ws"_s,
                                u"Subprotocol: chat.v2"_s, u"User agent: <img src=x>"_s}) {
        QVERIFY2(says(part), qPrintable(part));
    }
    for (const QLabel* label : m_card->findChildren<QLabel*>()) {
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void ClientCardTest::showsTheProxyAndWhatWasIgnored()
{
    m_card->showClient(ClientId(4));
    QVERIFY(!says(u"Proxy"_s));
    QVERIFY(!says(u"ignored"_s));
    link::ClientInfo bob = client(4, "bob");
    bob.address = "203.0.113.7";
    bob.proxy = "127.0.0.1";
    m_link->emitEvent(link::ClientsChanged{{bob}});
    QVERIFY(says(u"Address: 203.0.113.7\nProxy: 127.0.0.1\n"_s));
    bob.secure = true;
    m_link->emitEvent(link::ClientsChanged{{bob}});
    QVERIFY(says(u"Proxy: 127.0.0.1, TLS"_s));
    link::ClientTraffic traffic;
    traffic.client = ClientId(4);
    traffic.messagesReceived = 5;
    traffic.messagesIgnored = 3;
    m_link->emitEvent(link::TrafficMeasured{{traffic}});
    link::Statistics statistics;
    statistics.time = sampleTime;
    m_link->emitEvent(statistics);
    QTRY_VERIFY(says(u"5 in, 0 out (3 ignored"_s));
    const ui::ClientRow& row = *m_state->clients().findRow(ClientId(4));
    using ui::ClientColumn;
    QCOMPARE(ui::clientCellText(row, ClientColumn::Proxy, sampleTime), u"127.0.0.1, TLS"_s);
    QCOMPARE(ui::clientCellText(row, ClientColumn::Ignored, sampleTime), u"3"_s);
}

void ClientCardTest::showsWhatAnXSocketsClientSubscribesTo()
{
    m_card->showClient(ClientId(3));
    QVERIFY(!says(u"Subscriptions"_s)); // those of an envelope client are its groups
    link::ClientInfo info = client(6, {}, {"red", "chat/rooms/+"});
    info.dialect = "xsockets";
    info.persistentId = "0b9f5a3e-7c31-4d5e-9f39-6d0f7b8e4f2a";
    info.controllers = {"generic", "chat"};
    info.subscriptions = {{"generic", "red", GroupName::trusted("red")},
                          {"chat", "rooms/+", GroupName::trusted("chat/rooms/+")}};
    m_link->emitEvent(link::ClientsChanged{{info}});
    m_card->showClient(ClientId(6));
    for (const QString& part :
         {u"Controllers 2"_s, u"generic, chat"_s, u"Subscriptions 2"_s, u"generic › red  →  group red"_s,
          u"chat › rooms/+  →  ✱ filter chat/rooms/+"_s, u"PersistentId: …4f2a"_s}) {
        QVERIFY2(says(part), qPrintable(part));
    }
    QVERIFY(!says(u"0b9f5a3e"_s)); // whoever has it has what is kept under it
    info.controllers.clear();
    info.subscriptions.clear();
    m_link->emitEvent(link::ClientsChanged{{info}});
    QVERIFY(says(u"none is open"_s));
    QVERIFY(says(u"none: it gets what it publishes itself"_s));
    m_card->showClient(ClientId(3));
    QVERIFY(!says(u"none is open"_s));
}

void ClientCardTest::asksForTheHeadersOnceAndShowsThemAsText()
{
    m_card->showClient(ClientId(3));
    QCOMPARE(m_link->last<link::FetchClient>()->client, ClientId(3));
    m_link->answer(
        m_link->lastId<link::FetchClient>(),
        link::ClientDetail{ClientId(3), "GET /ws HTTP/1.1\r\nHost: <b>x\r\nX-Odd: a\x1b[0m\r\n\r\n", {}});
    QCOMPARE(m_card->headers(), u"GET /ws HTTP/1.1\nHost: <b>x\nX-Odd: a\\u{1b}[0m"_s);
    const size_t asked = m_link->commands.size();
    m_card->showClient(ClientId(3));
    QCOMPARE(m_link->commands.size(), asked);
}

void ClientCardTest::showsWhyThereAreNoHeaders()
{
    m_card->showClient(ClientId(3));
    const link::CommandId first = m_link->lastId<link::FetchClient>();
    m_card->showClient(ClientId(4));
    m_link->answer(first, link::ClientDetail{ClientId(3), "GET / HTTP/1.1\r\n", {}}); // too late
    QCOMPARE(m_card->headers(), QString());
    m_link->answer(m_link->lastId<link::FetchClient>(), Error{"client.unknown", u"No such client."_s});
    QCOMPARE(m_card->headers(), u"No such client."_s);
}

void ClientCardTest::leavesAGroupByItsCrossAndItsKey()
{
    m_card->showClient(ClientId(3));
    const auto chips = m_card->findChildren<ui::NameChip*>();
    QCOMPARE(chips.size(), 2);
    QSignalSpy leave(m_card.get(), &ClientCard::leaveWanted);
    QTest::mouseClick(chips[0]->findChild<QToolButton*>(), Qt::LeftButton);
    QCOMPARE(leave.size(), 1);
    QCOMPARE(leave[0][1].toByteArray(), QByteArray("red"));
    QTest::keyClick(chips[1], Qt::Key_Delete);
    QCOMPARE(leave[1][1].toByteArray(), QByteArray("<b>blue"));
    m_link->emitEvent(link::ClientsChanged{{client(3, "ann")}});
    QTRY_COMPARE(m_card->findChildren<ui::NameChip*>().size(), 0);
    QVERIFY(says(u"(no group)"_s));
}

void ClientCardTest::joinsAGroup()
{
    m_card->showClient(ClientId(3));
    QSignalSpy join(m_actions->joinGroup, &QAction::triggered);
    for (QToolButton* button : m_card->findChildren<QToolButton*>()) {
        if (button->accessibleName() == u"Join a group"_s) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    QCOMPARE(join.size(), 1);
}

void ClientCardTest::showsTheLastFramesAndGoesToOne()
{
    m_link->emitEvent(link::FramesCaptured{frames(1, 30)}); // of c3
    m_card->showClient(ClientId(3));
    ui::PlainTree& list = m_card->history().frames();
    QCOMPARE(list.model()->rowCount(), 10);
    QSignalSpy wanted(m_card.get(), &ClientCard::frameWanted);
    const QRect second = list.visualRect(list.model()->index(1, 0));
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, second.center());
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toULongLong(), 29ULL);
    m_card->showClient(ClientId(4));
    QCOMPARE(list.model()->rowCount(), 0);
}

void ClientCardTest::showsFramesThatTheFilterHides()
{
    m_state->frames().setFilter(ui::FrameFilter(u"nothing holds this"_s));
    m_link->emitEvent(link::FramesCaptured{frames(1, 30)}); // of c3
    QCOMPARE(m_state->frames().rowCount(), 0);
    m_card->showClient(ClientId(3));
    QCOMPARE(m_card->history().frames().model()->rowCount(), 10);
}

void ClientCardTest::showsHowEarlierConnectionsOfTheUserEnded()
{
    link::ClientEnd end = ended(1);
    end.user = UserName::trusted("ann");
    end.closeReason = "bye <b>";
    end.connectedAt = sampleTime - std::chrono::minutes(2);
    link::ClientEnd other = ended(2);
    other.user = UserName::trusted("bob");
    m_link->emitEvent(link::ClientsEnded{{end, other}});
    m_card->showClient(ClientId(3));
    const QAbstractItemModel* list = m_card->history().connections().model();
    QCOMPARE(list->rowCount(), 1);
    const QString text = list->index(0, 0).data().toString();
    QVERIFY2(text.startsWith(u"c1  "_s), qPrintable(text));
    QVERIFY2(text.endsWith(u"vanished (1006), after 2 min: bye <b>"_s), qPrintable(text));
}

void ClientCardTest::staysWhenTheClientEndsAndSaysSo()
{
    m_card->showClient(ClientId(3));
    link::ClientEnd end = ended(3);
    end.user = UserName::trusted("ann");
    end.path = "/ws";
    m_link->emitEvent(link::ClientsEnded{{end}});
    QCOMPARE(m_card->title(), u"○ ann c3 is gone"_s);
    QVERIFY(says(u"vanished (1006)"_s));
}

void ClientCardTest::measuresTheLastMinute()
{
    m_card->showClient(ClientId(3));
    link::Statistics statistics;
    for (quint64 second = 0; second < 3; ++second) {
        m_link->emitEvent(link::TrafficMeasured{{{ClientId(3), second * 10, second * 20, 0, 0, 9'626, {}}}});
        statistics.time = sampleTime + std::chrono::seconds(second);
        m_link->emitEvent(statistics);
    }
    QVERIFY(says(u"10 in/s, 20 out/s"_s));
    QVERIFY(says(u"◐ 9.4 KB wait"_s));
    QVERIFY(m_card->findChild<ui::ClientMeters*>()->isVisible());
}

void ClientCardTest::standsInColumnsWhereThereIsWidth()
{
    m_card->showClient(ClientId(3));
    const auto left = [this](const QWidget& widget) { return widget.mapTo(m_card.get(), QPoint()).x(); };
    QWidget& frames = m_card->history().frames();
    QCOMPARE(left(frames), left(*m_card->findChild<ui::ClientMeters*>()));
    const int narrow = left(frames);
    m_card->resize(1'000, 260);
    QTRY_VERIFY(left(frames) > narrow + 100);
}

void ClientCardTest::keepsNoHeadingWithoutContentWhenTheClientIsGone()
{
    m_card->showClient(ClientId(3));
    QVERIFY(says(u"Groups"_s) && says(u"The last minute"_s));
    m_link->emitEvent(link::ClientsEnded{{ended(3)}});
    QVERIFY(says(u"is gone"_s));
    QVERIFY(!says(u"Groups"_s) && !says(u"The last minute"_s));
    for (const QToolButton* button : m_card->findChildren<QToolButton*>()) {
        QVERIFY2(!button->isVisible(), qPrintable(button->text()));
    }
}

void ClientCardTest::keepsNoHeadingWithoutAClient()
{
    QVERIFY(says(u"No client is selected"_s));
    for (const QString& heading : {u"Connection"_s, u"Last frames"_s, u"Request headers"_s}) {
        QVERIFY2(!says(heading), qPrintable(heading));
    }
}

void ClientCardTest::showsItsLastFramesWithoutScrollingSideways()
{
    m_link->emitEvent(link::FramesCaptured{batch({frame(1, QByteArray(200, 'x'))}, 1)});
    m_card->showClient(ClientId(3));
    const ui::PlainTree& list = m_card->history().frames();
    QCOMPARE(list.model()->rowCount(), 1);
    QTRY_VERIFY(list.header()->length() <= list.viewport()->width());
}

SIGNALBOX_TEST(ClientCardTest)
#include "client_card_test.moc"
