// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/answers.h"

#include "tests/support/test_registry.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::control;
using namespace std::chrono_literals;

class AnswersTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhoAClientIs()
    {
        link::ClientInfo client;
        client.client = ClientId(3);
        client.user = UserName::trusted("ann");
        client.groups = {GroupName::trusted("red")};
        client.path = "/ws";
        client.dialect = "envelope";
        client.address = "127.0.0.1:9";
        client.userAgent = "x\xFF\x1B";
        client.connectedAt = WallTime(1'500ms);
        client.mutedUntil = WallTime(2s);
        client.controllers = {"generic"};
        client.subscriptions = {{"chat", "room/+", GroupName::trusted("chat/room/+")}};
        client.persistentId = "a secret";
        ClientRecord record{std::make_shared<const link::ClientInfo>(client), {}};
        record.traffic = {ClientId(3), 1, 2, 30, 40, 5, 678us, 9};
        const QByteArray expected = R"({"id":"c3","user":"ann","groups":["red"],"tags":[],"path":"/ws",)"
                                    R"("dialect":"envelope","subprotocol":null,"address":"127.0.0.1:9",)"
                                    R"("proxy":null,"secure":false,"origin":null,)"
                                    "\"userAgent\":\"x\xEF\xBF\xBD\\u001b\","
                                    R"("testClient":false,"connectedAt":"1970-01-01T00:00:01.500Z",)"
                                    R"("muted":true,"mutedUntil":"1970-01-01T00:00:02.000Z",)"
                                    R"("messagesReceived":1,"messagesSent":2,"bytesReceived":30,)"
                                    R"("bytesSent":40,"messagesIgnored":9,"queuedBytes":5,"roundTrip":678,)"
                                    R"("controllers":["generic"],"subscriptions":[{"controller":"chat",)"
                                    R"("topic":"room/+","group":"chat/room/+"}]})";
        QCOMPARE(clientAnswer(record).body, expected);
    }

    void tellsAMuteWithoutAnEnd()
    {
        link::ClientInfo client;
        client.mutedUntil = WallTime::max();
        const ClientRecord muted{std::make_shared<const link::ClientInfo>(client), {}};
        QVERIFY(clientAnswer(muted).body.contains(R"("muted":true,"mutedUntil":null,)"));
        QVERIFY(clientAnswer({}).body.contains(R"("muted":false,"mutedUntil":null,)"));
    }

    void tellsNoRoundTripBeforeTheFirstPong()
    {
        QVERIFY(clientAnswer({}).body.contains(R"("roundTrip":null,)"));
    }

    void tellsHowAClientEnded()
    {
        link::ClientEnd end;
        end.client = ClientId(4);
        end.reason = EndReason::SlowClient;
        end.closeCode = 4008;
        end.traffic.bytesSent = 7;
        const QByteArray body = endedClientAnswer(end).body;
        QVERIFY(body.startsWith(R"({"id":"c4","user":null,"reason":"slow client","closeCode":4008,)"));
        QVERIFY(body.endsWith(R"("bytesSent":7})"));
    }

    void pagesLists()
    {
        QCOMPARE(
            groupsAnswer({{{GroupName::trusted("red"), 2}, {GroupName::trusted("blue"), 1}}, 5, "abc"}).body,
            QByteArray(R"({"groups":[{"name":"red","members":2},{"name":"blue","members":1}],)"
                       R"("total":5,"nextCursor":"abc"})"));
        QCOMPARE(clientsAnswer({}).body, QByteArray(R"({"clients":[],"total":0,"nextCursor":null})"));
        QCOMPARE(endedClientsAnswer({}).body, QByteArray(R"({"clients":[],"total":0,"nextCursor":null})"));
    }

    void tellsWhyAListenerDoesNotListen()
    {
        link::ListenersChanged listeners;
        listeners.listeners = {{"ws://127.0.0.1:1", true, {}, {}},
                               {"ws://[::1]:1", false, "listener.failed", QStringLiteral("No.")}};
        const QByteArray expected = R"({"listeners":[{"url":"ws://127.0.0.1:1","listening":true,)"
                                    R"("error":null},{"url":"ws://[::1]:1","listening":false,)"
                                    R"("error":{"code":"listener.failed","reason":"No."}}]})";
        QCOMPARE(listenersAnswer(listeners).body, expected);
    }

    void tellsTheSettingsWithoutSecrets()
    {
        Settings settings;
        settings.webhook.url = "http://localhost/app/__WebSocket.wwd?key=secret";
        settings.endpoints.push_back({"/chat", EndpointDialect::Raw, {"chat"}, {}});
        const QByteArray body = configurationAnswer(settings).body;
        const QJsonObject json = QJsonDocument::fromJson(body).object();
        QVERIFY(!body.contains("secret"));
        const QString shown = QStringLiteral("http://localhost/app/__WebSocket.wwd?***");
        QCOMPARE(json[u"webhook"][u"url"].toString(), shown);
        QCOMPARE(json[u"limits"][u"max_clients"].toInt(), 10'000);
        QCOMPARE(json[u"limits"][u"ping_interval"].toString(), QStringLiteral("50s"));
        QCOMPARE(json[u"endpoints"][u"control.enabled"].toBool(), true);
        QCOMPARE(json[u"endpoint"][0][u"dialect"].toString(), QStringLiteral("raw"));
    }

    void countsWhatWentThrough()
    {
        link::Statistics statistics;
        statistics.clients = 2;
        statistics.bytesSent = 9'007'199'254'740'993ULL; // no double holds it
        const QByteArray body = statisticsAnswer(statistics, 4).body;
        QVERIFY(body.contains(R"("clients":2,"groups":4,)"));
        QVERIFY(body.contains(R"("bytesSent":9007199254740993,)"));
        QVERIFY(descriptionAnswer("1").body.contains(R"("version":"1")"));
    }
};

SIGNALBOX_TEST(AnswersTest)
#include "answers_test.moc"
