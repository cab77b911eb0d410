// SPDX-License-Identifier: GPL-3.0-or-later
// What a muted client sends, and how it hears of its mute.
#include "server/broker/muted_dialect.h"

#include "server/broker/client_table.h"
#include "server/broker/echo_dialect.h"
#include "server/broker/envelope_dialect.h"
#include "server/broker/error_reply.h"

#include "tests/broker/worker_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using namespace std::chrono_literals;
using tests::FakeStream;
using tests::WorkerBench;
using websocket::Opcode;

class MutedDialectTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench.emplace();
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

    void routesNothingAndShowsAndCountsAll()
    {
        FakeStream& ann = mutedClient(*m_envelope);
        std::ignore = m_bench->takeRecords();
        ann.receive(Opcode::Text, R"({"action":"say"})");
        ann.receive(Opcode::Binary, "\x01");
        QVERIFY(m_bench->toWorker<worker_task::Deliver>().empty());
        QCOMPARE(m_bench->counters.messagesReceived, quint64(2));
        QCOMPARE(m_clients->find(ClientId(1))->traffic().messagesReceived, quint64(2));
        QCOMPARE(m_bench->takeRecords(), 3); // two frames, and the answer to the first
    }

    void tellsTheClientOnceASecond()
    {
        FakeStream& ann = mutedClient(*m_envelope);
        for (int i = 0; i < 100; ++i) {
            ann.receive(Opcode::Text, R"({"action":"say"})");
        }
        QCOMPARE(ann.written.count("client.muted"), 1);
        m_bench->clock.advance(1s);
        ann.receive(Opcode::Text, R"({"action":"say"})");
        QCOMPARE(ann.written.count("client.muted"), 2);
        QVERIFY(ann.written.contains(R"("action":"$error")"));
    }

    void returnsNothingToAnEchoClient()
    {
        FakeStream& ann = mutedClient(*m_echo);
        ann.receive(Opcode::Text, "hello");
        QVERIFY(ann.written.isEmpty());
        m_clients->mute(*m_clients->find(ClientId(1)), {});
        ann.receive(Opcode::Text, "hello");
        QVERIFY(ann.written.contains("hello"));
    }

    void answersAPingAsBefore()
    {
        FakeStream& ann = mutedClient(*m_envelope);
        ann.receive(Opcode::Ping, "x");
        QCOMPARE(ann.written, QByteArray("\x8A\x01x"));
    }

    void endsAtItsTimeAndTellsTheHub()
    {
        FakeStream& ann = m_bench->open(*m_clients, *m_envelope);
        m_clients->mute(*m_clients->find(ClientId(1)), m_bench->clock.wallNow() + 5s);
        m_bench->clock.advance(4'999ms);
        m_clients->tick(m_bench->clock.steadyNow());
        QCOMPARE(m_bench->toHub<hub_task::ClientChanged>().size(), size_t(1));
        m_bench->clock.advance(1ms);
        m_clients->tick(m_bench->clock.steadyNow());
        const auto changes = m_bench->toHub<hub_task::ClientChanged>();
        QCOMPARE(changes.size(), size_t(2));
        QCOMPARE(changes[1].client->mutedUntil, WallTime{});
        ann.receive(Opcode::Text, R"({"action":"say"})");
        QCOMPARE(m_bench->toWorker<worker_task::Deliver>().size(), size_t(1));
    }

    void lastsUntilItIsTakenBack()
    {
        mutedClient(*m_envelope);
        m_bench->clock.advance(std::chrono::hours(24 * 365));
        m_clients->tick(m_bench->clock.steadyNow());
        QVERIFY(m_clients->find(ClientId(1))->isMuted());
        m_clients->mute(*m_clients->find(ClientId(1)), m_bench->clock.wallNow() - 1s); // has passed already
        QVERIFY(!m_clients->find(ClientId(1))->isMuted());
    }

private:
    FakeStream& mutedClient(Dialect& dialect)
    {
        FakeStream& stream = m_bench->open(*m_clients, dialect);
        m_clients->mute(*m_clients->find(ClientId(1)), WallTime::max());
        return stream;
    }

    std::optional<WorkerBench> m_bench;
    std::optional<MessageIntake> m_intake;
    std::optional<EnvelopeDialect> m_envelope;
    std::optional<EchoDialect> m_echo;
    std::optional<ClientTable> m_clients;
};

SIGNALBOX_TEST(MutedDialectTest)
#include "muted_dialect_test.moc"
