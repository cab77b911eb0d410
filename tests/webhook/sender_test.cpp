// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhook/sender.h"

#include "tests/support/test_registry.h"
#include "tests/webhook/small_application.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::webhook;
using namespace std::chrono_literals;
using Outcome = CallRecord::Outcome;

namespace {

QByteArray response(int status)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " x\r\nContent-Length: 0\r\n\r\n";
}

} // namespace

class SenderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_application = std::make_unique<tests::SmallApplication>();
        m_settings = {};
        m_settings.url = m_application->url();
        m_settings.retryDelay = 1ms;
        m_settings.breakerPause = 1ms;
        m_records.clear();
        m_retried.clear();
        m_circuit.clear();
        m_drained = 0;
    }
    void cleanup()
    {
        m_sender.reset();
        m_application.reset();
    }

    void tellsWhatBecameOfEachCallOnce()
    {
        m_application->answer = [](const QByteArray& request) {
            return response(request.endsWith("bad") ? 400 : 200);
        };
        make();
        submit(1, "good");
        submit(1, "bad");
        submit(1, "good");
        QTRY_COMPARE(m_records.size(), size_t(3));
        QCOMPARE(m_records[0].outcome, Outcome::Taken);
        QCOMPARE(m_records[1].outcome, Outcome::Failed);
        QCOMPARE(m_records[1].error->code, QByteArray("webhook.refused"));
        QCOMPARE(m_records[1].answer.status, 400);
        QCOMPARE(m_records[2].outcome, Outcome::Taken);
        QVERIFY(m_records[0].took > 0us);
        QCOMPARE(m_sender->waiting(), 0);
    }

    void tellsOfEachAttemptThatIsFollowedByAnother()
    {
        int failures = 2;
        m_application->answer = [&failures](const QByteArray&) {
            return response(failures-- > 0 ? 503 : 200);
        };
        make();
        submit(1, "x");
        QTRY_COMPARE(m_records.size(), size_t(1));
        QCOMPARE(m_records[0].outcome, Outcome::Taken);
        QCOMPARE(m_records[0].call.attempts, 3);
        QCOMPARE(m_retried.size(), size_t(2));
        for (int attempt = 1; attempt <= 2; ++attempt) {
            const CallRecord& record = m_retried[static_cast<size_t>(attempt - 1)];
            QCOMPARE(record.outcome, Outcome::Retried);
            QCOMPARE(record.call.attempts, attempt);
            QCOMPARE(record.answer.status, 503);
            QCOMPARE(record.error->code, QByteArray("webhook.failed"));
            QVERIFY(record.took > 0us);
        }
    }

    void keepsWhatWasAnsweredOnlyWhenItIsWanted()
    {
        make();
        submit(1, "x");
        QTRY_COMPARE(m_records.size(), size_t(1));
        QCOMPARE(m_records[0].answer.received, QByteArray());
        m_sender->keepAnswers(true);
        submit(1, "x");
        QTRY_COMPARE(m_records.size(), size_t(2));
        const QByteArray received = m_records[1].answer.received;
        QVERIFY2(received.startsWith("HTTP/1.1 200 OK\r\n"), received);
        QVERIFY2(received.contains("Content-Length: 2\r\n"), received);
        QVERIFY2(received.endsWith("\r\n\r\nok"), received);
    }

    void saysWhatACallLooksLikeAsItLeaves()
    {
        make();
        submit(1, "the body");
        QTRY_COMPARE(m_application->requests.size(), 1);
        QTRY_COMPARE(m_records.size(), size_t(1));
        const QByteArrayList said = m_sender->requestText(m_records[0].call).split('\n');
        const QByteArray sent = m_application->requests[0];
        QVERIFY(sent.startsWith(said[0]));
        for (const QByteArray& line : said) { // in another order, and with more that Qt adds
            QVERIFY2(sent.contains(line), line);
        }
    }

    void keepsTheOrderOfAClientThroughRetries()
    {
        int failures = 7;
        m_application->answer = [&failures](const QByteArray&) {
            return response(failures-- > 0 ? 503 : 200);
        };
        m_settings.retries = 100;
        m_settings.breakerFailures = 2;
        make();
        for (int i = 0; i < 5; ++i) {
            submit(1, QByteArray::number(i));
        }
        QTRY_COMPARE(m_records.size(), size_t(5));
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(m_records[size_t(i)].call.body, QByteArray::number(i));
            QCOMPARE(m_records[size_t(i)].outcome, Outcome::Taken);
        }
        QCOMPARE(m_records[0].call.attempts, 8);
        QCOMPARE(m_circuit, (QList<bool>{true, false}));
    }

    void runsNoMoreThanAllowed()
    {
        m_application->answer = [](const QByteArray&) { return QByteArray(); };
        m_settings.parallel = 8; // more than one manager's connections
        make();
        for (quint64 client = 1; client <= 12; ++client) {
            submit(client, "x");
        }
        QTRY_COMPARE(m_application->requests.size(), 8);
        QCOMPARE(m_sender->waiting(), 12);
    }

    void refusesWhatDoesNotFit()
    {
        m_application->answer = [](const QByteArray&) { return QByteArray(); };
        m_settings.maxQueueBytes = 1500;
        m_settings.maxQueuePerClientBytes = 1500;
        make();
        submit(1, "x");
        submit(2, QByteArray(1000, 'x'));
        QCOMPARE(m_records.size(), size_t(1));
        QCOMPARE(m_records[0].outcome, Outcome::NoRoom);
        QCOMPARE(m_records[0].error->code, QByteArray("webhook.queue_full"));
        QCOMPARE(m_records[0].call.attempts, 0);
    }

    void drainsWhatWaits()
    {
        make();
        for (int i = 0; i < 5; ++i) {
            submit(1, "x");
        }
        m_sender->beginDrain(m_clock.steadyNow() + 1h);
        QTRY_COMPARE(m_drained, 1);
        QCOMPARE(m_records.size(), size_t(5));
    }

    void drainsAtOnceWhenNothingWaits()
    {
        make();
        m_sender->beginDrain(m_clock.steadyNow() + 1h);
        QCOMPARE(m_drained, 1);
    }

    void givesUpAtTheEndOfTheDrain()
    {
        m_application->answer = [](const QByteArray&) { return QByteArray(); };
        make();
        submit(1, "runs");
        submit(1, "waits");
        m_sender->beginDrain(m_clock.steadyNow() + 50ms);
        QTRY_COMPARE(m_drained, 1);
        QCOMPARE(m_records.size(), size_t(2));
        for (const CallRecord& record : m_records) {
            QCOMPARE(record.outcome, Outcome::Stopped);
            QCOMPARE(record.error->code, QByteArray("webhook.stopped"));
        }
    }

private:
    void make()
    {
        m_sender = std::make_unique<Sender>(
            m_settings, m_clock,
            Sender::Listener{[this](const CallRecord& record) { m_records.push_back(record); },
                             [this](const CallRecord& record) { m_retried.push_back(record); },
                             [this](bool open) { m_circuit += open; }, [this] { ++m_drained; }});
    }
    void submit(quint64 client, const QByteArray& body)
    {
        Call call;
        call.message = MessageId(++m_lastMessage);
        call.client = ClientId(client);
        call.body = body;
        m_sender->submit(std::move(call));
    }

    SystemClock m_clock;
    WebhookSettings m_settings;
    std::unique_ptr<tests::SmallApplication> m_application;
    std::unique_ptr<Sender> m_sender;
    std::vector<CallRecord> m_records;
    std::vector<CallRecord> m_retried;
    QList<bool> m_circuit;
    int m_drained = 0;
    quint64 m_lastMessage = 0;
};

SIGNALBOX_TEST(SenderTest)
#include "sender_test.moc"
