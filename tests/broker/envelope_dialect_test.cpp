// SPDX-License-Identifier: GPL-3.0-or-later
// The two dialects of this broker: what a client's message means, and what capture hears of it.
#include "server/broker/envelope_dialect.h"

#include "server/broker/client_table.h"
#include "server/broker/echo_dialect.h"

#include "tests/broker/worker_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using tests::FakeStream;
using tests::WorkerBench;
using websocket::Opcode;

class EnvelopeDialectTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        Settings settings;
        settings.limits.maxQueueBytes = 1000;
        m_bench.emplace(settings);
        m_intake.emplace(10);
        m_envelope.emplace(m_bench->context, *m_intake);
        m_echo.emplace(m_bench->context);
        m_clients.emplace(m_bench->context);
    }
    void cleanup()
    {
        m_clients.reset();
        m_echo.reset();
        m_envelope.reset();
        m_intake.reset();
        m_bench.reset();
    }

    void routesAnEnvelopeByteForByte()
    {
        const QByteArray text = R"({ "action":"a", "message":1.50, "own":[] })";
        FakeStream& ann = m_bench->open(*m_clients, *m_envelope);
        ann.receive(Opcode::Text, text);
        const auto delivers = m_bench->toWorker<worker_task::Deliver>();
        QCOMPARE(delivers.size(), size_t(1));
        QCOMPARE(delivers[0].message->payloadBytes(), QByteArrayView(text));
        QVERIFY(!delivers[0].message->id.isNull());
        QVERIFY(ann.written.isEmpty()); // its own copy comes by way of the mailbox, like everybody's
    }

    void answersWhatIsNoEnvelopeAndStays_data()
    {
        QTest::addColumn<Opcode>("opcode");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("text") << Opcode::Text << QByteArray("hello") << QByteArray("envelope.not_json");
        QTest::newRow("binary") << Opcode::Binary << QByteArray(R"({"action":"a"})")
                                << QByteArray("envelope.binary_not_supported");
        QTest::newRow("nothing") << Opcode::Text << QByteArray() << QByteArray("envelope.not_json");
    }

    void answersWhatIsNoEnvelopeAndStays()
    {
        QFETCH(Opcode, opcode);
        QFETCH(QByteArray, payload);
        QFETCH(QByteArray, code);
        FakeStream& ann = m_bench->open(*m_clients, *m_envelope);
        std::ignore = m_bench->takeRecords();
        ann.receive(opcode, payload);
        QVERIFY2(ann.written.contains("\"code\":\"" + code + '"'), ann.written.constData());
        QVERIFY(m_clients->find(ClientId(1))->connection().isOpen());
        QCOMPARE(m_bench->counters.messagesReceived, quint64(1));
        QCOMPARE(m_bench->counters.messagesRefused, quint64(1));
        QVERIFY(m_bench->toWorker<worker_task::Deliver>().empty());
        QCOMPARE(m_bench->takeRecords(), 2); // the message and its answer
    }

    void postsToTheWebhookAndDeliversAsTheModeSays_data()
    {
        QTest::addColumn<WebhookMode>("mode");
        QTest::addColumn<int>("delivered");
        QTest::addColumn<int>("posted");
        QTest::newRow("relay") << WebhookMode::Relay << 1 << 0;
        QTest::newRow("webhook") << WebhookMode::Webhook << 0 << 1;
        QTest::newRow("both") << WebhookMode::Both << 1 << 1;
    }

    void postsToTheWebhookAndDeliversAsTheModeSays()
    {
        QFETCH(WebhookMode, mode);
        QFETCH(int, delivered);
        QFETCH(int, posted);
        cleanup();
        Settings settings;
        settings.webhook.url = "http://localhost/";
        settings.webhook.mode = mode;
        m_bench.emplace(settings);
        m_intake.emplace(10);
        m_envelope.emplace(m_bench->context, *m_intake);
        m_clients.emplace(m_bench->context);
        std::vector<WebhookTask> calls;
        m_bench->mailboxes.webhook.setReader([&calls](std::vector<WebhookTask>&& tasks) {
            std::move(tasks.begin(), tasks.end(), std::back_inserter(calls));
        });
        const QByteArray text = R"({"action":"a","groupid":"g"})";
        FakeStream& ann = m_bench->open(*m_clients, *m_envelope, "ann", "red");
        std::ignore = m_bench->takeRecords();
        ann.receive(Opcode::Text, text);
        m_bench->mailboxes.webhook.drain();
        QCOMPARE(int(m_bench->toWorker<worker_task::Deliver>().size()), delivered);
        QCOMPARE(int(calls.size()), posted);
        QCOMPARE(m_bench->takeRecords(), 1);
        if (posted > 0) {
            const webhook::Call& call = std::get<webhook_task::Submit>(calls[0]).call;
            QCOMPARE(call.body, text); // not with the key put right
            QCOMPARE(call.user.bytes(), QByteArray("ann"));
            QCOMPARE(call.groups, QList<GroupName>{GroupName::trusted("red")});
        }
        m_bench->mailboxes.webhook.setReader(nullptr);
    }

    void showsNoAnswerThatWasNotSent()
    {
        FakeStream& ann = m_bench->open(*m_clients, *m_envelope);
        ann.room = 0;
        while (m_clients->find(ClientId(1))->connection().isOpen()) {
            std::ignore = m_bench->takeRecords();
            ann.receive(Opcode::Text, "hello");
        }
        QCOMPARE(m_bench->takeRecords(), 2); // the message, and the close frame with 4008
        QCOMPARE(m_bench->counters.deliveriesDropped, quint64(1));
    }

    void echoesTextAsTextAndBinaryAsBinary()
    {
        FakeStream& ann = m_bench->open(*m_clients, *m_echo);
        ann.receive(Opcode::Text, "hello");
        QCOMPARE(ann.written, QByteArray("\x81\x05hello"));
        ann.written.clear();
        ann.receive(Opcode::Binary, QByteArray("\0\xff", 2));
        QCOMPARE(ann.written, QByteArray("\x82\x02\0\xff", 4));
        QCOMPARE(m_bench->counters.deliveries, quint64(2));
        QVERIFY(m_bench->toWorker<worker_task::Deliver>().empty());
    }

private:
    std::optional<WorkerBench> m_bench;
    std::optional<MessageIntake> m_intake;
    std::optional<EnvelopeDialect> m_envelope;
    std::optional<EchoDialect> m_echo;
    std::optional<ClientTable> m_clients;
};

SIGNALBOX_TEST(EnvelopeDialectTest)
#include "envelope_dialect_test.moc"
