// SPDX-License-Identifier: GPL-3.0-or-later
// Through a real broker: what the operator does to clients and groups, and what the window hears of it.
#include "server/broker/act_desk.h"

#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"

#include <QtCore/QDateTime>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>

using namespace signalbox;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using link::RowKind;
using tests::RunningBroker;

using Done = link::CommandAnswer::Done;

class ActDeskTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void routesByTheNewGroupOnceTheAnswerIsHere()
    {
        RunningBroker broker({}, 3);
        const auto ann = connected(broker, u"/ws?userId=ann"_s);
        QTRY_COMPARE(broker.clients().size(), 1);
        QVERIFY(isDone(broker.ask(link::JoinGroup{id(broker, "ann"), red()})));
        QCOMPARE(broker.clients()[id(broker, "ann")].groups, QList{red()}); // told before the answer
        QCOMPARE(reachedInRed(broker), 1);
        QVERIFY(isDone(broker.ask(link::LeaveGroup{id(broker, "ann"), red()})));
        QCOMPARE(reachedInRed(broker), 0);
        const auto byDefault = std::get<Receipt>(broker.ask(link::SendMessage{R"({"action":"say"})"}));
        QCOMPARE(byDefault.counts.recipients, 1); // out of its last group
        QTRY_COMPARE(rows(broker, RowKind::Joined), QList<QByteArray>{"red"});
        QTRY_COMPARE(rows(broker, RowKind::Left), QList<QByteArray>{"red"});
        QTRY_COMPARE(rows(broker, RowKind::OperatorAct),
                     (QList<QByteArray>{"put ann c1 into group red", "take ann c1 out of group red"}));
    }

    void closesEveryClientOfAGroupOnEveryWorker()
    {
        RunningBroker broker({}, 3);
        std::vector<std::unique_ptr<QWebSocket>> reds;
        for (int i = 0; i < 6; ++i) {
            reds.push_back(connected(broker, u"/ws?groupId=red"_s));
        }
        const auto blue = connected(broker, u"/ws?groupId=blue"_s);
        QTRY_COMPARE(broker.clients().size(), 7);
        QVERIFY(isDone(broker.ask(link::CloseGroup{red(), 4001, "enough"})));
        QTRY_COMPARE(broker.ends().size(), size_t(6));
        for (const auto& socket : reds) {
            QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
            QCOMPARE(static_cast<int>(socket->closeCode()), 4001);
            QCOMPARE(socket->closeReason(), u"enough"_s);
        }
        QCOMPARE(blue->state(), QAbstractSocket::ConnectedState);
        QTRY_COMPARE(rows(broker, RowKind::Closed).size(), 6);
        QTRY_COMPARE(rows(broker, RowKind::OperatorAct),
                     QList<QByteArray>{"disconnect all clients of group red with 4001, \"enough\""});
    }

    void removesAGroupAndItsClientsStay()
    {
        RunningBroker broker({}, 3);
        std::vector<std::unique_ptr<QWebSocket>> reds;
        for (int i = 0; i < 6; ++i) {
            reds.push_back(connected(broker, u"/ws?groupId=red"_s));
        }
        QTRY_COMPARE(broker.clients().size(), 6);
        QVERIFY(isDone(broker.ask(link::RemoveGroup{red()})));
        for (const link::ClientInfo& client : broker.clients()) {
            QVERIFY(client.groups.isEmpty());
        }
        QCOMPARE(reachedInRed(broker), 0);
        QTRY_COMPARE(rows(broker, RowKind::Left).size(), 6);
        QCOMPARE(code(broker.ask(link::RemoveGroup{red()})), QByteArray("group.not_found"));
    }

    void closesTheDefaultGroupToo()
    {
        RunningBroker broker;
        const auto ann = connected(broker, u"/ws"_s);
        const auto bob = connected(broker, u"/ws?groupId=red"_s);
        QTRY_COMPARE(broker.clients().size(), 2);
        QVERIFY(isDone(broker.ask(link::CloseGroup{GroupName(), 1000, {}})));
        QTRY_COMPARE(ann->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(bob->state(), QAbstractSocket::ConnectedState);
    }

    void mutesAClientUntilItIsUnmuted()
    {
        RunningBroker broker({}, 3);
        const auto ann = connected(broker, u"/ws?userId=ann"_s);
        const auto bob = connected(broker, u"/ws?userId=bob"_s);
        QSignalSpy annGot(ann.get(), &QWebSocket::textMessageReceived);
        QSignalSpy bobGot(bob.get(), &QWebSocket::textMessageReceived);
        QTRY_COMPARE(broker.clients().size(), 2);
        QVERIFY(isDone(broker.ask(link::MuteClient{id(broker, "ann"), WallTime::max()})));
        QCOMPARE(broker.clients()[id(broker, "ann")].mutedUntil, WallTime::max());
        ann->sendTextMessage(uR"({"action":"say","message":"muted"})"_s);
        QTRY_COMPARE(annGot.size(), 1);
        QVERIFY(annGot[0][0].toString().contains(u"client.muted"));
        bob->sendTextMessage(uR"({"action":"say","message":"from bob"})"_s);
        QTRY_COMPARE(annGot.size(), 2); // what is sent to it arrives
        QVERIFY(isDone(broker.ask(link::MuteClient{id(broker, "ann"), WallTime{}})));
        ann->sendTextMessage(uR"({"action":"say","message":"heard"})"_s);
        QTRY_COMPARE(bobGot.size(), 2); // its own and this one
        QVERIFY(bobGot[1][0].toString().contains(u"heard"));
        QTRY_COMPARE(rows(broker, RowKind::OperatorAct), (QList<QByteArray>{"mute ann c1", "unmute ann c1"}));
    }

    void endsAMuteAtItsTime()
    {
        RunningBroker broker;
        const auto ann = connected(broker, u"/ws?userId=ann"_s);
        QTRY_COMPARE(broker.clients().size(), 1);
        const WallTime until = SystemClock().wallNow() + 300ms;
        QVERIFY(isDone(broker.ask(link::MuteClient{id(broker, "ann"), until})));
        QCOMPARE(broker.clients()[id(broker, "ann")].mutedUntil, until);
        QTRY_COMPARE(broker.clients()[id(broker, "ann")].mutedUntil, WallTime{});
        QVERIFY(SystemClock().wallNow() >= until);
        QTRY_COMPARE(rows(broker, RowKind::OperatorAct).size(), 1);
        const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(until.time_since_epoch());
        const QString time = // as the clock on the operator's wall
            QDateTime::fromMSecsSinceEpoch(ms.count()).toString(u"yyyy-MM-dd HH:mm:ss"_s);
        QCOMPARE(rows(broker, RowKind::OperatorAct).first(), "mute ann c1 until " + time.toLatin1());
    }

    void fetchesTheHandshakeOfAClient()
    {
        RunningBroker broker;
        const auto ann = connected(broker, u"/ws?userId=ann"_s);
        QTRY_COMPARE(broker.clients().size(), 1);
        const auto detail = std::get<link::ClientDetail>(broker.ask(link::FetchClient{ClientId(1)}));
        QVERIFY(detail.handshakeRequest.startsWith("GET /ws?userId=ann HTTP/1.1\r\n"));
        QVERIFY(detail.handshakeRequest.endsWith("\r\n\r\n"));
        QVERIFY(detail.handshakeResponse.startsWith("HTTP/1.1 101 "));
        QVERIFY(detail.handshakeResponse.endsWith("\r\n\r\n"));
        ann->close();
        QTRY_COMPARE(broker.ends().size(), size_t(1));
        QCOMPARE(code(broker.ask(link::FetchClient{ClientId(1)})), QByteArray("client.not_found"));
        QVERIFY(rows(broker, RowKind::OperatorAct).isEmpty()); // to look is no act
    }

    void refusesWhatCannotBe_data()
    {
        QTest::addColumn<link::Command>("command");
        QTest::addColumn<QByteArray>("error");
        const ClientId nobody(99);
        const auto row = [](const char* name, const link::Command& command, const char* error) {
            QTest::newRow(name) << command << QByteArray(error);
        };
        row("join by nobody", link::JoinGroup{nobody, red()}, "client.not_found");
        row("leave by nobody", link::LeaveGroup{nobody, red()}, "client.not_found");
        row("mute nobody", link::MuteClient{nobody, WallTime::max()}, "client.not_found");
        row("fetch nobody", link::FetchClient{nobody}, "client.not_found");
        row("fetch the null client", link::FetchClient{ClientId()}, "client.not_found");
        row("join no group", link::JoinGroup{ClientId(1), GroupName()}, "group.is_default");
        row("join one too many", link::JoinGroup{ClientId(1), red()}, "group.too_many");
        row("leave another's group", link::LeaveGroup{ClientId(1), red()}, "group.not_member");
        row("close an empty group", link::CloseGroup{red(), 1000, {}}, "group.not_found");
        row("close with 1005", link::CloseGroup{GroupName::trusted("blue"), 1005, {}},
            "client.bad_close_code");
        row("close with 124 bytes", link::CloseGroup{GroupName::trusted("blue"), 1000, QByteArray(124, 'x')},
            "client.close_reason_too_long");
        row("remove an empty group", link::RemoveGroup{red()}, "group.not_found");
    }

    void refusesWhatCannotBe()
    {
        QFETCH(link::Command, command);
        Settings settings;
        settings.limits.maxGroupsPerClient = 1;
        RunningBroker broker(settings);
        const auto ann = connected(broker, u"/ws?groupId=blue"_s);
        QTRY_COMPARE(broker.clients().size(), 1);
        QTEST(code(broker.ask(command)), "error");
        QVERIFY(isDone(broker.ask(link::StopListening{}))); // a row that comes after any other
        QTRY_COMPARE(rows(broker, RowKind::OperatorAct), QList<QByteArray>{"stop listening"});
        QCOMPARE(ann->state(), QAbstractSocket::ConnectedState);
    }

    void answersForAClientThatIsEnding()
    {
        RunningBroker broker({}, 3);
        for (int round = 0; round < 20; ++round) { // on each side of the end, and in the middle
            const auto ann = connected(broker, u"/ws?groupId=red"_s);
            QTRY_COMPARE(broker.clients().size(), 1);
            const ClientId client = broker.clients().begin().key();
            ann->abort();
            const auto answer = broker.ask(link::LeaveGroup{client, red()});
            QVERIFY(isDone(answer) || code(answer) == "client.not_found");
            const auto group = broker.ask(link::CloseGroup{red(), 1000, {}});
            QVERIFY(isDone(group) || code(group) == "group.not_found");
            QTRY_COMPARE(broker.clients().size(), 0);
        }
    }

private:
    static GroupName red() { return GroupName::trusted("red"); }
    static bool isDone(const link::CommandAnswer::Result& answer)
    {
        return std::holds_alternative<Done>(answer);
    }
    static QByteArray code(const link::CommandAnswer::Result& answer)
    {
        const auto* const error = std::get_if<Error>(&answer);
        return error != nullptr ? error->code : QByteArray();
    }
    static ClientId id(const RunningBroker& broker, const QByteArray& user)
    {
        for (const link::ClientInfo& client : broker.clients()) {
            if (client.user.bytes() == user) {
                return client.client;
            }
        }
        return {};
    }
    static qint64 reachedInRed(RunningBroker& broker)
    {
        const auto receipt = std::get<Receipt>(broker.ask(
            link::SendMessage{R"({"action":"say","recipients":[{"type":"group","value":"red"}]})"}));
        return receipt.counts.recipients;
    }
    /// Of each row of this kind: the group, or what was done.
    static QList<QByteArray> rows(const RunningBroker& broker, RowKind kind)
    {
        QList<QByteArray> texts;
        for (const link::FrameRow& row : broker.rows()) {
            if (row.kind == kind) {
                texts += kind == RowKind::OperatorAct || kind == RowKind::Closed ? row.text : row.target;
            }
        }
        return texts;
    }
    static std::unique_ptr<QWebSocket> connected(RunningBroker& broker, const QString& path)
    {
        auto socket = std::make_unique<QWebSocket>();
        socket->open(broker.url(path));
        [&] { QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState); }();
        return socket;
    }
};

SIGNALBOX_TEST(ActDeskTest)
#include "act_desk_test.moc"
