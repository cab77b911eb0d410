// SPDX-License-Identifier: GPL-3.0-or-later
// The whole broker over its link: what the window can see and do.
#include "server/broker/broker.h"

#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"

#include <QtNetwork/QTcpSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>

using namespace signalbox;
using namespace Qt::StringLiterals;
using tests::RunningBroker;

class BrokerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsWhoConnects()
    {
        RunningBroker broker;
        const auto ann = connected(broker, u"/ws?userId=ann&groupId=red&groupId=blue&tags=vip"_s);
        QTRY_COMPARE(broker.clients().size(), 1);
        const link::ClientInfo info = broker.clients().begin().value();
        QCOMPARE(info.user.bytes(), QByteArray("ann"));
        QCOMPARE(info.groups.size(), 2);
        QCOMPARE(info.tags.size(), 1);
        QCOMPARE(info.path, QByteArray("/ws"));
        QCOMPARE(info.dialect, QByteArray("envelope"));
        QVERIFY(info.address.startsWith("127.0.0.1:"));
        ann->close(QWebSocketProtocol::CloseCodeNormal, u"bye"_s);
        QTRY_COMPARE(broker.ends().size(), size_t(1));
        QCOMPARE(broker.ends()[0].reason, EndReason::PeerClosed);
        QCOMPARE(broker.ends()[0].closeCode, quint16(1000));
        QCOMPARE(broker.ends()[0].closeReason, QByteArray("bye"));
        QVERIFY(broker.clients().isEmpty());
    }

    void sendsForTheOperatorAndSaysWhoGotIt_data()
    {
        QTest::addColumn<int>("workers");
        QTest::newRow("1 worker") << 1;
        QTest::newRow("3 workers") << 3;
    }

    void sendsForTheOperatorAndSaysWhoGotIt()
    {
        QFETCH(int, workers);
        RunningBroker broker({}, workers);
        const auto ann = connected(broker, u"/ws?userId=ann&groupId=red"_s);
        const auto bob = connected(broker, u"/ws?userId=bob&groupId=red"_s);
        const auto cat = connected(broker, u"/ws?userId=cat&groupId=blue"_s);
        QTRY_COMPARE(broker.clients().size(), 3);
        QSignalSpy bobGot(bob.get(), &QWebSocket::textMessageReceived);
        QSignalSpy annGot(ann.get(), &QWebSocket::textMessageReceived);
        const QByteArray envelope =
            R"({"action":"say","message":"hi","recipients":[{"type":"group","value":"red"},)"
            R"({"type":"allButUser","value":"ann"}]})";
        const auto answer = broker.ask(link::SendMessage{envelope});
        QVERIFY(std::holds_alternative<Receipt>(answer));
        const auto& receipt = std::get<Receipt>(answer);
        QCOMPARE(receipt.counts, (DeliveryCounts{.recipients = 1, .sent = 1}));
        QCOMPARE(receipt.deliveries.size(), size_t(1));
        QCOMPARE(broker.clients()[receipt.deliveries[0].client].user.bytes(), QByteArray("bob"));
        QTRY_COMPARE(bobGot.size(), 1);
        QCOMPARE(bobGot[0][0].toString().toUtf8(), envelope);
        QVERIFY(annGot.isEmpty());
    }

    void previewsWhatASendThenReaches()
    {
        RunningBroker broker({}, 3);
        const auto ann = connected(broker, u"/ws?userId=ann&groupId=red"_s);
        const auto bob = connected(broker, u"/ws?userId=bob&groupId=red"_s);
        const auto cat = connected(broker, u"/ws?userId=cat"_s);
        QTRY_COMPARE(broker.clients().size(), 3);
        const auto preview = std::get<link::Preview>(broker.ask(
            link::PreviewRecipients{{{RecipientType::Group, "red"}, {RecipientType::AllButUser, "bob"}}}));
        QCOMPARE(preview.reached, 1);
        QCOMPARE(preview.clients, 3);
        const auto receipt = std::get<Receipt>(broker.ask(link::SendMessage{
            R"({"action":"say","recipients":[{"type":"group","value":"red"},{"type":"allExceptUser","value":"bob"}]})"}));
        QCOMPARE(receipt.counts.recipients, preview.reached);
        QCOMPARE(receipt.deliveries[0].client, preview.decisions[0].client);
    }

    void saysInWordsThatNobodyIsReached()
    {
        RunningBroker broker;
        const auto ann = connected(broker, u"/ws?userId=ann&groupId=red"_s);
        QTRY_COMPARE(broker.clients().size(), 1);
        const auto receipt = std::get<Receipt>(broker.ask(
            link::SendMessage{R"({"action":"say","recipients":[{"type":"group","value":"red       "}]})"}));
        QCOMPARE(receipt.counts.recipients, 0);
        QVERIFY2(receipt.hint.contains(u"7 trailing blanks"), qPrintable(receipt.hint));
        const auto preview = std::get<link::Preview>(
            broker.ask(link::PreviewRecipients{{{RecipientType::Group, "red       "}}}));
        QCOMPARE(preview.hint, receipt.hint);
    }

    void refusesAMessageThatIsNoEnvelope()
    {
        RunningBroker broker;
        const auto answer = broker.ask(link::SendMessage{"[]"});
        QCOMPARE(std::get<Error>(answer).code, QByteArray("envelope.not_object"));
    }

    void disconnectsAClientWithCodeAndReason()
    {
        RunningBroker broker;
        const auto ann = connected(broker, u"/ws?userId=ann"_s);
        QTRY_COMPARE(broker.clients().size(), 1);
        const ClientId id = broker.clients().begin().key();
        const auto answer = broker.ask(link::DisconnectClient{id, 4001, "off you go"});
        QVERIFY(std::holds_alternative<link::CommandAnswer::Done>(answer));
        QTRY_COMPARE(ann->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(static_cast<int>(ann->closeCode()), 4001);
        QCOMPARE(ann->closeReason(), u"off you go"_s);
        QTRY_COMPARE(broker.ends().size(), size_t(1));
        QCOMPARE(broker.ends()[0].reason, EndReason::DisconnectedByOperator);
    }

    void refusesABadDisconnect_data()
    {
        QTest::addColumn<quint64>("client");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("nobody") << quint64(99) << 1000 << QByteArray() << QByteArray("client.not_found");
        QTest::newRow("1005") << quint64(1) << 1005 << QByteArray() << QByteArray("client.bad_close_code");
        QTest::newRow("long") << quint64(1) << 1000 << QByteArray(124, 'x')
                              << QByteArray("client.close_reason_too_long");
    }

    void refusesABadDisconnect()
    {
        QFETCH(quint64, client);
        QFETCH(int, code);
        QFETCH(QByteArray, reason);
        RunningBroker broker;
        const auto ann = connected(broker, u"/ws"_s);
        QTRY_COMPARE(broker.clients().size(), 1);
        const auto answer =
            broker.ask(link::DisconnectClient{ClientId(client), static_cast<quint16>(code), reason});
        QVERIFY(std::holds_alternative<Error>(answer));
        QTEST(std::get<Error>(answer).code, "error");
        QCOMPARE(ann->state(), QAbstractSocket::ConnectedState);
    }

    void showsFramesWithTheirRealHeaders()
    {
        RunningBroker broker;
        const auto ann = connected(broker, u"/ws?userId=ann"_s);
        const QByteArray text = R"({"action":"say","message":"hi","userId":"bob"})";
        ann->sendTextMessage(QString::fromUtf8(text));
        const link::FrameRow* row = nullptr;
        const auto find = [&] {
            row = nullptr;
            for (const link::FrameRow& candidate : broker.rows()) {
                if (candidate.kind == link::RowKind::Frame && candidate.action == "say") {
                    row = &candidate;
                }
            }
            return row != nullptr;
        };
        QTRY_VERIFY(find());
        QCOMPARE(row->direction, link::Direction::Received);
        QCOMPARE(row->user, QByteArray("ann"));
        QCOMPARE(row->claimedUser, QByteArray("bob"));
        QVERIFY(row->header.masked);
        QCOMPARE(row->header.payloadBytes, quint64(text.size()));
        QVERIFY(!row->message.isNull());
        const auto detail = std::get<link::FrameDetail>(broker.ask(link::FetchFrame{row->number}));
        QVERIFY(detail.kept);
        QCOMPARE(detail.payload, text);
        QCOMPARE(detail.headerBytes.size(), 6);
        QCOMPARE(detail.headerBytes.at(0), '\x81');
        QCOMPARE(detail.deliveries.size(), size_t(1));
    }

    void stopsAndStartsListening()
    {
        RunningBroker broker;
        const auto ann = connected(broker, u"/ws"_s);
        QVERIFY(std::holds_alternative<link::CommandAnswer::Done>(broker.ask(link::StopListening{})));
        QTcpSocket refused;
        refused.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(ann->requestUrl().port()));
        QTRY_COMPARE(refused.error(), QAbstractSocket::ConnectionRefusedError);
        QCOMPARE(ann->state(), QAbstractSocket::ConnectedState);
        QVERIFY(std::holds_alternative<link::CommandAnswer::Done>(broker.ask(link::StartListening{})));
        const auto bob = connected(broker, u"/ws"_s);
        QCOMPARE(bob->state(), QAbstractSocket::ConnectedState);
    }

    void drainsWithGoingAway_data()
    {
        QTest::addColumn<int>("workers");
        QTest::addColumn<int>("clients");
        QTest::newRow("no client") << 1 << 0;
        QTest::newRow("one client") << 1 << 1;
        QTest::newRow("200 clients, 3 workers") << 3 << 200;
    }

    void drainsWithGoingAway()
    {
        QFETCH(int, workers);
        QFETCH(int, clients);
        RunningBroker broker({}, workers);
        std::vector<std::unique_ptr<QWebSocket>> sockets;
        for (int i = 0; i < clients; ++i) {
            sockets.push_back(connected(broker, u"/ws"_s));
        }
        QTRY_COMPARE(broker.clients().size(), clients);
        broker.broker().stop();
        QTRY_VERIFY(broker.hasStopped());
        QCOMPARE(broker.ends().size(), static_cast<size_t>(clients));
        for (const auto& socket : sockets) {
            QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
            QCOMPARE(static_cast<int>(socket->closeCode()), 1001);
        }
    }

    void drainsInTimeWithAFrozenClient()
    {
        Settings settings;
        settings.shutdown.drainTimeout = std::chrono::milliseconds(300);
        RunningBroker broker(settings);
        QTcpSocket frozen;
        const QUrl url = broker.url(QString());
        frozen.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(url.port()));
        frozen.write("GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
        QTRY_COMPARE(broker.clients().size(), 1);
        broker.broker().stop();
        QTRY_VERIFY(broker.hasStopped());
        QCOMPARE(broker.ends()[0].reason, EndReason::Shutdown);
    }

    void endsAtOnceWithoutDraining()
    {
        auto broker = std::make_unique<RunningBroker>(Settings(), 3);
        const auto ann = connected(*broker, u"/ws"_s);
        broker.reset();
        QTRY_COMPARE(ann->state(), QAbstractSocket::UnconnectedState);
    }

private:
    std::unique_ptr<QWebSocket> connected(RunningBroker& broker, const QString& path)
    {
        auto socket = std::make_unique<QWebSocket>();
        socket->open(broker.url(path));
        [&] { QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState); }();
        return socket;
    }
};

SIGNALBOX_TEST(BrokerTest)
#include "broker_test.moc"
