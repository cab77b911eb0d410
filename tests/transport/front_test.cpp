// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/front.h"

#include "server/transport/listener.h"
#include "server/transport/upgrade_socket.h"
#include "tests/support/manual_clock.h"
#include "tests/support/test_registry.h"

#include <QtCore/QAbstractEventDispatcher>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

using namespace std::chrono_literals;
using namespace signalbox;
using namespace signalbox::transport;
using signalbox::tests::ManualClock;

namespace {

QByteArray get(const QByteArray& path, const QByteArray& more = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "\r\n";
}

QByteArray post(const QByteArray& path, qsizetype bodyBytes, const QByteArray& more = {})
{
    return "POST " + path +
           " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(bodyBytes) + "\r\n" +
           more + "\r\n";
}

/// Answers each request with its path, or leaves that to the test. Requests to /no are refused by their
/// header.
class RecordingFrontOwner final : public FrontOwner {
public:
    std::optional<http::HttpError> judge(const Front&, const http::Request& header) override
    {
        ++judged;
        return header.path == "/no" ? std::optional(http::httpError(http::Fault::NotFound)) : std::nullopt;
    }
    void requestArrived(Front& front, http::Request request) override
    {
        paths += request.path;
        bodies += request.body;
        if (onRequest) {
            onRequest(front);
        }
    }
    void handshakeArrived(Front& front, const http::Request&) override
    {
        ++handshakes;
        front.refuse(http::httpError(http::Fault::HandshakeBadKey));
    }
    void refused(const Front&, const http::HttpError& error, const http::Request*, const Exchange&) override
    {
        refusals += error.status;
    }
    void answered(const Front&, int status, const http::Request& request, const Exchange& exchange) override
    {
        answers.push_back({status, request.target, exchange.received.toByteArray(),
                           exchange.sent.toByteArray(), exchange.took});
    }
    void frontEnded(Front&) override { ++ended; }

    struct Answered {
        int status = 0;
        QByteArray target;
        QByteArray received;
        QByteArray sent;
        std::chrono::microseconds took{};
    };

    std::function<void(Front&)> onRequest;
    std::vector<Answered> answers;
    int judged = 0;
    int handshakes = 0;
    int ended = 0;
    QByteArrayList paths;
    QByteArrayList bodies;
    QList<int> refusals;
};

http::Response ok(const QByteArray& body)
{
    http::Response response;
    response.body = body;
    return response;
}

} // namespace

/// A front over real sockets; the clock is the test's.
class FrontTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_received.clear();
        m_client.reset();
        m_front.reset();
        m_owner = std::make_unique<RecordingFrontOwner>();
        m_owner->onRequest = [this](Front& front) { front.respond(ok("[" + m_owner->paths.last() + "]")); };
        m_listener = std::make_unique<Listener>([this](qintptr descriptor) {
            m_front = std::make_unique<Front>(AcceptedSocket{descriptor}, m_limits, m_clock, *m_owner);
        });
        QVERIFY(m_listener->open(QHostAddress::LocalHost, 0).ok());
        m_client = std::make_unique<QTcpSocket>();
        connect(m_client.get(), &QIODevice::readyRead, this, [this] { m_received += m_client->readAll(); });
        m_client->connectToHost(QHostAddress::LocalHost, m_listener->serverPort());
        QTRY_VERIFY(m_front != nullptr);
        QTRY_COMPARE(m_client->state(), QAbstractSocket::ConnectedState);
    }

    void cleanup()
    {
        m_client.reset();
        m_front.reset();
    }

    void answersOneRequestAfterTheOther()
    {
        m_client->write(get("/a"));
        QTRY_VERIFY(m_received.endsWith("[/a]"));
        QVERIFY2(m_received.contains("\r\nConnection: keep-alive\r\n"), m_received);
        m_client->write(get("/b"));
        QTRY_VERIFY(m_received.endsWith("[/b]"));
        QCOMPARE(m_owner->ended, 0);
    }

    void closesWhenTheRequestAsksForIt()
    {
        m_client->write(get("/a", "Connection: close\r\n"));
        QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
        QVERIFY2(m_received.contains("\r\nConnection: close\r\n"), m_received);
        QVERIFY(m_received.endsWith("[/a]"));
        QTRY_COMPARE(m_owner->ended, 1);
    }

    void answersPipelinedRequestsInOrder()
    {
        m_client->write(get("/a") + post("/b", 4) + "body" + get("/c"));
        QTRY_VERIFY(m_received.endsWith("[/c]"));
        QCOMPARE(m_owner->paths, (QByteArrayList{"/a", "/b", "/c"}));
        QCOMPARE(m_owner->bodies, (QByteArrayList{"", "body", ""}));
        QVERIFY(m_received.indexOf("[/a]") < m_received.indexOf("[/b]"));
    }

    void tellsEachAnswerAndHowLongItTookFromTheFirstByte()
    {
        m_owner->onRequest = [this](Front& front) {
            m_clock.advance(7ms);
            front.respond(ok("[" + m_owner->paths.last() + "]"));
        };
        m_client->write(post("/a?b=c", 4) + "body" + get("/b"));
        QTRY_COMPARE(m_owner->answers.size(), size_t(2));
        const RecordingFrontOwner::Answered& first = m_owner->answers[0];
        QCOMPARE(first.status, 200);
        QCOMPARE(first.target, QByteArray("/a?b=c"));
        QCOMPARE(first.received, post("/a?b=c", 4));
        QVERIFY(first.sent.startsWith("HTTP/1.1 200 OK\r\n"));
        QVERIFY(first.sent.endsWith("[/a]"));
        QCOMPARE(first.took, std::chrono::microseconds(7ms));
        QCOMPARE(m_owner->answers[1].target, QByteArray("/b"));
        QCOMPARE(m_owner->answers[1].took, std::chrono::microseconds(7ms)); // not since the one before
    }

    void tellsNoAnswerForWhatIsRefused()
    {
        m_client->write(get("/no") + get("/a"));
        QTRY_COMPARE(m_owner->answers.size(), size_t(1));
        QCOMPARE(m_owner->refusals, QList<int>{404});
        QCOMPARE(m_owner->answers[0].target, QByteArray("/a"));
    }

    void waitsForALateAnswerBeforeTheNextRequest()
    {
        m_owner->onRequest = nullptr;
        m_client->write(get("/a") + get("/b"));
        QTRY_COMPARE(m_owner->paths.size(), 1);
        settle();
        QCOMPARE(m_owner->paths, QByteArrayList{"/a"});
        m_front->checkDeadlines(m_clock.steadyNow() + 1h); // the answer's time is not the peer's
        m_front->respond(ok("late"));
        QTRY_VERIFY(m_received.endsWith("late"));
        QCOMPARE(m_owner->paths, (QByteArrayList{"/a", "/b"}));
    }

    void answersEachRequestOnce()
    {
        m_owner->onRequest = [](Front& front) {
            front.respond(ok("first"));
            front.respond(ok("second"));
            front.refuse(http::httpError(http::Fault::InternalError));
        };
        m_client->write(get("/a"));
        QTRY_VERIFY(m_received.endsWith("first"));
        settle();
        QVERIFY2(m_received.endsWith("first"), m_received);
        QCOMPARE(m_owner->refusals, QList<int>());
    }

    void readsAHeaderByteByByte()
    {
        for (const char byte : get("/slow")) {
            m_client->write(&byte, 1);
            settle();
        }
        QTRY_VERIFY(m_received.endsWith("[/slow]"));
    }

    void readsABodyInPieces()
    {
        m_client->write(post("/b", 10));
        QTRY_COMPARE(m_owner->judged, 1);
        for (const char* const piece : {"012", "3456", "789"}) {
            QCOMPARE(m_owner->bodies, QByteArrayList());
            m_client->write(piece);
            settle();
        }
        QTRY_COMPARE(m_owner->bodies, QByteArrayList{"0123456789"});
    }

    void readsABodyLargerThanItsBuffer()
    {
        const QByteArray body = QByteArray("0123456789").repeated(50'000);
        m_client->write(post("/b", body.size()) + body + get("/next"));
        QTRY_VERIFY(m_received.endsWith("[/next]"));
        QCOMPARE(m_owner->bodies.first(), body);
    }

    void asksForTheBodyThatWaits()
    {
        m_client->write(post("/b", 4, "Expect: 100-continue\r\n"));
        QTRY_COMPARE(m_received, QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
        m_client->write("body");
        QTRY_VERIFY(m_received.endsWith("[/b]"));
        QCOMPARE(m_owner->bodies, QByteArrayList{"body"});
    }

    void refusesBeforeTheBody()
    {
        m_client->write(post("/no", 1000, "Expect: 100-continue\r\n"));
        QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
        QVERIFY2(m_received.startsWith("HTTP/1.1 404 "), m_received);
        QCOMPARE(m_owner->refusals, QList<int>{404});
        QCOMPARE(m_owner->paths, QByteArrayList());
    }

    void refusesAHandshakeWithAStatus()
    {
        m_client->write(get("/ws", "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\n"));
        QTRY_VERIFY(m_received.startsWith("HTTP/1.1 400 "));
        QCOMPARE(m_owner->handshakes, 1);
    }

    void refusesWhatIsNoRequest()
    {
        m_client->write("\x16\x03\x01\x02"); // TLS
        QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
        QVERIFY2(m_received.startsWith("HTTP/1.1 400 "), m_received);
        QCOMPARE(m_owner->refusals, QList<int>{400});
    }

    void saysThatARequestTookTooLong_data()
    {
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<int>("seconds");
        QTest::newRow("header") << get("/a").chopped(20) << 10;
        QTest::newRow("body") << post("/a", 100) << 30;
    }

    void saysThatARequestTookTooLong()
    {
        QFETCH(QByteArray, begin);
        QFETCH(int, seconds);
        m_client->write(begin);
        settle();
        for (int i = 1; i < 10; ++i) { // a byte now and then does not stretch it
            advance(std::chrono::seconds(seconds) / 10);
            m_client->write("x");
            settle();
        }
        QCOMPARE(m_owner->refusals, QList<int>());
        advance(std::chrono::seconds(seconds) / 10);
        QTRY_VERIFY(m_received.startsWith("HTTP/1.1 408 "));
        QTRY_COMPARE(m_owner->ended, 1);
    }

    void endsAConnectionThatIsIdle_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<int>("seconds");
        QTest::newRow("without a request") << QByteArray() << 10;
        QTest::newRow("after an answer") << get("/a") << 60;
    }

    void endsAConnectionThatIsIdle()
    {
        QFETCH(QByteArray, first);
        QFETCH(int, seconds);
        m_client->write(first);
        QTRY_COMPARE(m_received.isEmpty(), first.isEmpty());
        settle();
        m_received.clear();
        advance(std::chrono::seconds(seconds) - 1ms);
        QCOMPARE(m_owner->ended, 0);
        advance(1ms);
        QCOMPARE(m_owner->ended, 1);
        QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(m_received, QByteArray());
    }

    void drainEndsAConnectionWithoutARequest()
    {
        m_front->beginDrain();
        QCOMPARE(m_owner->ended, 1);
        QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    }

    void drainAnswersTheRequestThatHasBegun()
    {
        m_client->write(get("/a").chopped(10));
        settle();
        m_front->beginDrain();
        m_client->write(get("/a").last(10) + get("/never"));
        QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
        QVERIFY2(m_received.contains("\r\nConnection: close\r\n"), m_received);
        QCOMPARE(m_owner->paths, QByteArrayList{"/a"});
    }

    void drainDoesNotThrowAnAnswerAway()
    {
        m_owner->onRequest = [](Front& front) {
            front.respond(ok("the last answer"));
            front.beginDrain(); // before the answer has left
        };
        m_client->write(get("/a"));
        QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
        QVERIFY2(m_received.endsWith("the last answer"), m_received);
        QTRY_COMPARE(m_owner->ended, 1);
    }

    void aPeerThatDoesNotWaitForItsAnswerIsNoFault()
    {
        m_owner->onRequest = nullptr;
        m_client->write(get("/a"));
        QTRY_COMPARE(m_owner->paths.size(), 1);
        m_client->abort();
        QTRY_COMPARE(m_owner->ended, 1);
        m_front->respond(ok("late"));
        m_front->abort();
        QCOMPARE(m_owner->ended, 1);
    }

    void theAnswerArrivesAlthoughThePeerSendsMore()
    {
        m_client->write(post("/large", 8'000'000) + QByteArray(8'000'000, 'x'));
        QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(m_client->error(), QAbstractSocket::RemoteHostClosedError); // and no reset
        QVERIFY2(m_received.startsWith("HTTP/1.1 413 ") && m_received.endsWith("}}"), m_received);
    }

    void answersThatNobodyReadsDoNotPileUp()
    {
        constexpr int requests = 200;
        const QByteArray large(256 * 1024, 'x');
        m_owner->onRequest = [&](Front& front) { front.respond(ok(large)); };
        m_client->setReadBufferSize(1);
        m_client->disconnect(this); // nobody reads
        m_client->write(get("/a").repeated(requests));
        settle();
        QVERIFY2(m_owner->paths.size() < requests / 2, qPrintable(QString::number(m_owner->paths.size())));

        qint64 read = 0;
        connect(m_client.get(), &QIODevice::readyRead, this, [&] { read += m_client->readAll().size(); });
        m_client->setReadBufferSize(0);
        QTRY_VERIFY(read > requests * large.size()); // and now all of them are answered
        QCOMPARE(m_owner->paths.size(), requests);
        m_client->disconnect(this);
    }

    void theAnswerArrivesAlthoughThePeerHadFilledTheSocket()
    {
        m_owner->onRequest = nullptr;
        m_client->setReadBufferSize(1); // it reads when it has sent everything
        m_client->disconnect(this);
        m_client->write(get("/a", "Connection: close\r\n") + QByteArray(32 * 1024 * 1024, 'x'));
        QTRY_COMPARE(m_owner->paths.size(), 1);
        settle();
        QVERIFY(m_client->bytesToWrite() > 0);
        m_front->respond(ok("late"));
        QTRY_COMPARE(m_client->bytesToWrite(), 0);
        m_client->setReadBufferSize(0);
        QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(m_client->error(), QAbstractSocket::RemoteHostClosedError);
        QVERIFY(m_client->readAll().endsWith("late"));
    }

private:
    void advance(std::chrono::microseconds by)
    {
        m_clock.advance(by);
        m_front->checkDeadlines(m_clock.steadyNow());
    }

    /// Until neither end has anything to do: over loopback, what was written has arrived then.
    static void settle()
    {
        while (QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents)) {
        }
    }

    ManualClock m_clock;
    Limits m_limits;
    std::unique_ptr<RecordingFrontOwner> m_owner;
    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<Front> m_front;
    std::unique_ptr<QTcpSocket> m_client;
    QByteArray m_received;
};

SIGNALBOX_TEST(FrontTest)
#include "front_test.moc"
