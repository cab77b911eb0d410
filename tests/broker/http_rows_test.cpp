// SPDX-License-Identifier: GPL-3.0-or-later
// What of HTTP the window sees: requests that came in, and calls of the webhook.
#include "server/broker/http_capture.h"
#include "server/broker/webhook_capture.h"

#include "tests/support/raw_peer.h"
#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"
#include "tests/webhook/small_application.h"

#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>

using namespace signalbox;
using namespace Qt::StringLiterals;
using tests::RawPeer;
using tests::RunningBroker;

namespace {

std::vector<link::FrameRow> rowsOf(const RunningBroker& broker, link::RowKind kind)
{
    std::vector<link::FrameRow> rows;
    for (const link::FrameRow& row : broker.rows()) {
        if (row.kind == kind) {
            rows.push_back(row);
        }
    }
    return rows;
}

link::FrameDetail detailOf(RunningBroker& broker, quint64 number)
{
    return std::get<link::FrameDetail>(broker.ask(link::FetchFrame{number}));
}

std::unique_ptr<QWebSocket> connected(RunningBroker& broker, const QString& path)
{
    auto socket = std::make_unique<QWebSocket>();
    socket->open(broker.url(path));
    [&] { QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState); }();
    return socket;
}

} // namespace

class HttpRowsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsAPushAsARequestAboutItsMessage()
    {
        RunningBroker broker;
        RawPeer peer(broker.url({}));
        const QByteArray body = R"({"action":"say","message":"hi"})";
        peer.post("/app/__broadcastWebSocket.wc?a=b", body);
        QTRY_COMPARE(rowsOf(broker, link::RowKind::Answered).size(), size_t(1));
        const link::FrameRow request = rowsOf(broker, link::RowKind::Answered)[0];
        QCOMPARE(request.text, QByteArray("POST /app/__broadcastWebSocket.wc?a=b"));
        QCOMPARE(request.code, quint16(200));
        QCOMPARE(request.header.payloadBytes, static_cast<quint64>(body.size()));
        QVERIFY(request.address.startsWith("127.0.0.1:"));
        QVERIFY(request.took.count() > 0);
        const auto pushes = rowsOf(broker, link::RowKind::Push);
        QCOMPARE(pushes.size(), size_t(1));
        QCOMPARE(request.about, pushes[0].message);
        QVERIFY(pushes[0].number < request.number);

        const link::FrameDetail detail = detailOf(broker, request.number);
        QVERIFY(detail.handshakeRequest.endsWith("\r\n\r\n" + body));
        QCOMPARE(detail.handshakeResponse, peer.received());
        QCOMPARE(detail.related.size(), size_t(1));
        QCOMPARE(detail.related[0].number, pushes[0].number);
        QCOMPARE(detailOf(broker, pushes[0].number).related.at(0).number, request.number);
    }

    void showsWhateverWasAnswered_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::newRow("health") << QByteArray("GET") << QByteArray("/healthz") << 200;
        QTest::newRow("status page, answered by the hub") << QByteArray("GET") << QByteArray("/") << 200;
        QTest::newRow("a file") << QByteArray("GET") << QByteArray("/demo/") << 200;
        QTest::newRow("a redirect") << QByteArray("GET") << QByteArray("/demo") << 308;
        QTest::newRow("without a body") << QByteArray("HEAD") << QByteArray("/healthz") << 200;
        QTest::newRow("managed") << QByteArray("GET") << QByteArray("/v1/websocket_uri") << 200;
    }

    void showsWhateverWasAnswered()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, target);
        QFETCH(int, status);
        RunningBroker broker;
        RawPeer peer(broker.url({}));
        peer.request(method, target);
        QTRY_COMPARE(rowsOf(broker, link::RowKind::Answered).size(), size_t(1));
        const link::FrameRow row = rowsOf(broker, link::RowKind::Answered)[0];
        QCOMPARE(row.text, method + ' ' + target);
        QCOMPARE(int(row.code), status);
        QVERIFY(row.about.isNull());
        QCOMPARE(detailOf(broker, row.number).handshakeResponse, peer.received());
    }

    void relatesAManagedMessageToItsRequest()
    {
        RunningBroker broker;
        RawPeer peer(broker.url({}));
        peer.post("/v1/messages", R"({"receivers":{"sockets":["*"],"tags":null},"data":"hi"})");
        QTRY_COMPARE(rowsOf(broker, link::RowKind::Answered).size(), size_t(1));
        QCOMPARE(rowsOf(broker, link::RowKind::Answered)[0].code, quint16(201));
        QCOMPARE(rowsOf(broker, link::RowKind::Answered)[0].about,
                 rowsOf(broker, link::RowKind::Push).at(0).message);
    }

    void showsTheBodyOfARequestThatWasRefusedForIt()
    {
        RunningBroker broker;
        RawPeer peer(broker.url({}));
        peer.post("/__broadcastWebSocket.wc", "no JSON at all");
        QTRY_COMPARE(rowsOf(broker, link::RowKind::Refused).size(), size_t(1));
        const link::FrameRow row = rowsOf(broker, link::RowKind::Refused)[0];
        QCOMPARE(row.text, QByteArray("envelope.not_json"));
        QVERIFY(row.took.count() > 0);
        QVERIFY(detailOf(broker, row.number).handshakeRequest.endsWith("\r\n\r\nno JSON at all"));
        QVERIFY(rowsOf(broker, link::RowKind::Answered).empty());
    }

    void keepsNoBodyForALaterRequest()
    {
        RunningBroker broker;
        RawPeer peer(broker.url({}));
        peer.post("/__broadcastWebSocket.wc", R"({"action":"secret"})");
        QTRY_COMPARE(peer.status(), 200);
        peer.request("GET", "/nowhere");
        QTRY_COMPARE(rowsOf(broker, link::RowKind::Refused).size(), size_t(1));
        QVERIFY(!detailOf(broker, rowsOf(broker, link::RowKind::Refused)[0].number)
                     .handshakeRequest.contains("secret"));
    }

    void starsCredentialsOut()
    {
        RunningBroker broker;
        RawPeer peer(broker.url({}));
        peer.request("GET", "/healthz", "Authorization: Bearer 0123456789\r\n");
        QTRY_COMPARE(rowsOf(broker, link::RowKind::Answered).size(), size_t(1));
        const QByteArray request =
            detailOf(broker, rowsOf(broker, link::RowKind::Answered)[0].number).handshakeRequest;
        QVERIFY2(request.contains("Authorization: ****** **********\r\n"), request);
        QVERIFY(!request.contains("0123456789"));
    }

    void showsACallOfTheWebhookWithItsMessageAndClient()
    {
        tests::SmallApplication application;
        RunningBroker broker(calling(application.url()));
        const auto ann = connected(broker, u"/ws?userId=ann&groupId=red"_s);
        ann->sendTextMessage(u"{\"action\":\"say\",\"message\":\"hi\"}"_s);
        QTRY_COMPARE(rowsOf(broker, link::RowKind::Called).size(), size_t(1));
        const link::FrameRow call = rowsOf(broker, link::RowKind::Called)[0];
        QCOMPARE(call.target + "?a=1", application.url()); // the query may hold a secret
        QCOMPARE(call.code, quint16(200));
        QCOMPARE(call.text, QByteArray());
        QCOMPARE(call.user, QByteArray("ann"));
        QCOMPARE(call.attempt, quint16(1));
        QVERIFY(!call.isTriedAgain);
        QVERIFY(call.took.count() > 0);
        const auto frames = rowsOf(broker, link::RowKind::Frame);
        QCOMPARE(call.about, frames.at(0).about);
        QVERIFY(!call.about.isNull());
        QVERIFY(frames.at(0).message.isNull()); // the broker chose nobody
        QCOMPARE(call.client, frames.at(0).client);
        const link::FrameDetail detail = detailOf(broker, call.number);
        QVERIFY(detail.handshakeRequest.startsWith("POST /hook?a=1 HTTP/1.1\r\nHost: 127.0.0.1:"));
        QVERIFY(detail.handshakeRequest.contains("\r\nX-Signalbox-User: ann\r\n"));
        QVERIFY(detail.handshakeRequest.endsWith(R"({"action":"say","message":"hi"})"));
        QVERIFY(detail.handshakeResponse.endsWith("\r\n\r\nok"));
        QCOMPARE(detailOf(broker, frames.at(0).number).related.at(0).number, call.number);
    }

    void showsEachAttemptOfACallThatFails()
    {
        tests::SmallApplication application;
        application.answer = [](const QByteArray&) {
            return QByteArray("HTTP/1.1 503 Busy\r\nContent-Length: 5\r\n\r\nlater");
        };
        Settings settings = calling(application.url());
        settings.webhook.retries = 2;
        settings.webhook.retryDelay = std::chrono::milliseconds(1);
        RunningBroker broker(settings);
        const auto ann = connected(broker, u"/ws?userId=ann"_s);
        ann->sendTextMessage(u"{\"action\":\"say\"}"_s);
        QTRY_COMPARE(broker.statistics().webhookFailed, quint64(1));
        QTRY_COMPARE(rowsOf(broker, link::RowKind::Called).size(), size_t(3));
        for (size_t place = 0; place < 3; ++place) {
            const link::FrameRow call = rowsOf(broker, link::RowKind::Called)[place];
            QCOMPARE(size_t(call.attempt), place + 1);
            QCOMPARE(call.isTriedAgain, place < 2);
            QCOMPARE(call.code, quint16(503));
            QCOMPARE(call.text, QByteArray("webhook.failed"));
            QVERIFY(detailOf(broker, call.number).handshakeResponse.endsWith("later"));
        }
    }

    void tellsWhetherThereIsAWebhookAndWhatWasIgnored()
    {
        tests::SmallApplication application;
        RunningBroker with(calling(application.url()));
        QTRY_VERIFY(with.statistics().webhook);
        RunningBroker without;
        const auto raw = connected(without, u"/raw"_s);
        raw->sendTextMessage(u"goes to nobody"_s);
        QTRY_COMPARE(without.statistics().messagesIgnored, quint64(1));
        QVERIFY(!without.statistics().webhook);
    }

    void recordsNothingForNobody()
    {
        tests::SmallApplication application;
        RunningBroker broker(calling(application.url()), 1, RunningBroker::Attach::No);
        RawPeer peer(broker.url({}));
        peer.request("GET", "/healthz");
        QTRY_COMPARE(peer.status(), 200);
        const auto ann = connected(broker, u"/ws"_s);
        ann->sendTextMessage(u"{\"action\":\"say\"}"_s);
        QTRY_COMPARE(application.requests.size(), 1);
        broker.link().attach();
        QTRY_VERIFY([&] { // until capture has begun
            peer.request("GET", "/healthz?later");
            return !rowsOf(broker, link::RowKind::Answered).empty();
        }());
        QCOMPARE(rowsOf(broker, link::RowKind::Answered)[0].text, QByteArray("GET /healthz?later"));
        QVERIFY(rowsOf(broker, link::RowKind::Called).empty());
    }

private:
    static Settings calling(const QByteArray& url)
    {
        Settings settings;
        settings.webhook.url = url;
        settings.webhook.mode = WebhookMode::Webhook;
        settings.webhook.retries = 0;
        return settings;
    }
};

SIGNALBOX_TEST(HttpRowsTest)
#include "http_rows_test.moc"
