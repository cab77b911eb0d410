// SPDX-License-Identifier: GPL-3.0-or-later
// Over a real broker, and bytes of our own: which endpoint answers what, and what is counted.
#include "server/broker/http_endpoints.h"

#include "tests/support/raw_peer.h"
#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace signalbox;
using tests::RawPeer;
using tests::RunningBroker;

namespace {

QJsonObject bodyOf(RawPeer& peer)
{
    const QByteArray all = peer.received();
    return QJsonDocument::fromJson(all.sliced(all.indexOf("\r\n\r\n") + 4)).object();
}

} // namespace

class HttpEndpointsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_broker = std::make_unique<RunningBroker>(Settings(), 2); }
    void cleanupTestCase() { m_broker.reset(); }

    void answersEachMethodAndPath_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("allow");
        const auto row = [](const char* name, const char* method, const char* path, int status,
                            const char* allow = "") {
            QTest::newRow(name) << QByteArray(method) << QByteArray(path) << status << QByteArray(allow);
        };
        row("status page", "GET", "/", 200);
        row("health", "GET", "/healthz", 200);
        row("health, HEAD", "HEAD", "/healthz", 200);
        row("readiness", "GET", "/readyz", 200);
        row("GET where clients connect", "GET", "/ws", 426);
        row("POST where clients connect", "POST", "/ws", 405, "GET");
        row("POST to the status page", "POST", "/", 405, "GET, HEAD");
        row("POST nowhere", "POST", "/nowhere", 404);
        row("GET nowhere", "GET", "/nowhere", 404);
        row("GET a broadcast", "GET", "/__broadcastWebSocket.wc", 405, "POST");
        row("a method that begins another", "HE", "/healthz", 405, "GET, HEAD");
        row("a method that ends another", "EAD", "/healthz", 405, "GET, HEAD");
        row("a method in lower case", "get", "/healthz", 405, "GET, HEAD");
    }

    void answersEachMethodAndPath()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(int, status);
        QFETCH(QByteArray, allow);
        RawPeer peer(m_broker->url({}));
        peer.request(method, path);
        QTRY_COMPARE(peer.status(), status);
        QCOMPARE(peer.received().contains("\r\nAllow: " + allow + "\r\n"), !allow.isEmpty());
    }

    void refusesAnUpgradeByAnotherMethodOrPath()
    {
        const QByteArray headers =
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        RawPeer posting(m_broker->url({}));
        posting.request("POST", "/ws", headers);
        QTRY_COMPARE(posting.status(), 405);
        QVERIFY(posting.received().contains("handshake.method"));
        RawPeer lost(m_broker->url({}));
        lost.request("GET", "/healthz", headers);
        QTRY_COMPARE(lost.status(), 404);
        lost.request("GET", "/healthz"); // a refused handshake leaves the connection to HTTP
        QTRY_VERIFY(lost.received().contains("HTTP/1.1 200 "));
    }

    void countsARefusedPushOnce()
    {
        RunningBroker broker;
        RawPeer peer(broker.url({}));
        peer.post("/__broadcastWebSocket.wc", "[]");
        QTRY_COMPARE(peer.status(), 400);
        QVERIFY(peer.received().contains("envelope.not_object"));
        QTRY_COMPARE(broker.statistics().requestsRefused, quint64(1));
        QCOMPARE(broker.statistics().messagesReceived, quint64(1));
        QCOMPARE(broker.statistics().messagesRefused, quint64(0));
    }

    void hintsInThePushersAnswer()
    {
        RunningBroker broker({}, 3);
        RawPeer client(broker.url({}));
        client.handshake("/ws?groupId=red");
        QTRY_COMPARE(broker.clients().size(), 1);
        RawPeer peer(broker.url({}));
        peer.post("/__broadcastWebSocket.wc",
                  R"({"action":"a","recipients":[{"type":"group","value":"Red"}]})");
        QTRY_COMPARE(peer.status(), 200);
        const QJsonObject answer = bodyOf(peer);
        QCOMPARE(answer[u"recipients"].toInt(-1), 0);
        QVERIFY2(answer[u"hint"].toString().contains(u"\"red\""), qPrintable(answer[u"hint"].toString()));
    }

    void keepsAnsweringOnOneConnection()
    {
        RawPeer peer(m_broker->url({}));
        for (int i = 0; i < 20; ++i) { // pipelined: each waits for the answer of the one before
            peer.request("GET", i % 2 == 0 ? "/readyz" : "/healthz");
        }
        QTRY_COMPARE(peer.received().count("HTTP/1.1 200 "), 20);
    }

private:
    std::unique_ptr<RunningBroker> m_broker;
};

SIGNALBOX_TEST(HttpEndpointsTest)
#include "http_endpoints_test.moc"
