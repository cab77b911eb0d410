// SPDX-License-Identifier: GPL-3.0-or-later
// The HTTP side of the webhook, one exchange at a time, against a socket that answers what it likes.
#include "server/webhook/caller.h"

#include "tests/support/test_registry.h"
#include "tests/webhook/small_application.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::webhook;
using namespace std::chrono_literals;

class CallerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void postsTheBytes()
    {
        const Answer answer = callOnce("{\"action\":\"a\"}");
        QCOMPARE(answer.status, 200);
        const QByteArray& request = m_application->requests.first();
        QVERIFY(request.startsWith("POST /hook?a=1 HTTP/1.1\r\n"));
        QVERIFY(request.endsWith("\r\n\r\n{\"action\":\"a\"}"));
        QVERIFY(!request.toLower().contains("cookie"));
    }

    void takesNoCookieAndFollowsNoRedirect()
    {
        SmallApplication elsewhere;
        m_application->answer = [&elsewhere](const QByteArray&) {
            return "HTTP/1.1 302 Found\r\nSet-Cookie: a=b\r\nRetry-After: 7\r\nLocation: " + elsewhere.url() +
                   "\r\nContent-Length: 0\r\n\r\n";
        };
        const Answer answer = callOnce("{}");
        QCOMPARE(answer.status, 302);
        QCOMPARE(answer.retryAfter, QByteArray("7"));
        std::ignore = callOnce("{}");
        QVERIFY(!m_application->requests.last().toLower().contains("cookie"));
        QVERIFY(elsewhere.requests.isEmpty());
    }

    void saysWhenTheTimeIsOver()
    {
        m_application->answer = [](const QByteArray&) { return QByteArray(); };
        const Answer answer = callOnce("{}", 50ms);
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.fault, TransportFault::TimedOut);
        QTRY_COMPARE(m_application->disconnected, 1);
    }

    void takesTheStatusWhenOnlyTheBodyIsLate()
    {
        m_application->answer = [](const QByteArray&) {
            return QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nok");
        };
        QCOMPARE(callOnce("{}", 200ms).status, 200);
    }

    void saysWhenNobodyListens()
    {
        QTcpServer closed;
        closed.listen(QHostAddress::LocalHost);
        const QUrl url(QStringLiteral("http://127.0.0.1:%1/").arg(closed.serverPort()));
        closed.close();
        Caller caller(url, 5s, 1);
        const Answer answer = call(caller, "{}");
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.fault, TransportFault::NotReached);
    }

    void saysNothingAfterItWasAborted()
    {
        m_application->answer = [](const QByteArray&) { return QByteArray(); };
        Caller caller(QUrl::fromEncoded(m_application->url()), 5s, 2);
        bool said = false;
        caller.post(callOf("{}"), [&said](const Answer&) { said = true; });
        QCOMPARE(caller.running(), 1);
        QVERIFY(caller.hasRoom());
        QTRY_COMPARE(m_application->requests.size(), 1);
        caller.abortAll();
        QCOMPARE(caller.running(), 0);
        QTRY_COMPARE(m_application->disconnected, 1);
        QVERIFY(!said);
    }

    void init() { m_application = std::make_unique<SmallApplication>(); }
    void cleanup() { m_application.reset(); }

private:
    using SmallApplication = tests::SmallApplication;

    static Call callOf(const QByteArray& body)
    {
        Call call;
        call.message = MessageId(1);
        call.client = ClientId(1);
        call.body = body;
        return call;
    }
    static Answer call(Caller& caller, const QByteArray& body)
    {
        std::optional<Answer> answer;
        caller.post(callOf(body), [&answer](const Answer& came) { answer = came; });
        [&] { QTRY_VERIFY(answer.has_value()); }();
        return answer.value_or(Answer{});
    }
    Answer callOnce(const QByteArray& body, std::chrono::milliseconds timeout = 5s)
    {
        Caller caller(QUrl::fromEncoded(m_application->url()), timeout, 1);
        return call(caller, body);
    }

    std::unique_ptr<SmallApplication> m_application;
};

SIGNALBOX_TEST(CallerTest)
#include "caller_test.moc"
