// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/client_table.h"

#include "server/broker/echo_dialect.h"
#include "server/broker/envelope_dialect.h"

#include "tests/broker/worker_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using tests::FakeStream;
using tests::WorkerBench;

class ClientTableTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench.emplace();
        m_echo.emplace(m_bench->context);
        m_clients.emplace(m_bench->context);
    }
    void cleanup()
    {
        m_clients.reset();
        m_echo.reset();
        m_bench.reset();
    }

    void tellsTheHubWhoComesAndGoes()
    {
        FakeStream& ann = m_bench->open(*m_clients, *m_echo, "ann", "red");
        QCOMPARE(m_clients->members().size(), qsizetype(1));
        QCOMPARE(m_bench->places.taken(), 1);
        ann.breakOff();
        QVERIFY(m_clients->isEmpty());
        QCOMPARE(m_bench->places.taken(), 0);
        const auto opened = m_bench->toHub<hub_task::ClientOpened>();
        const auto ended = m_bench->toHub<hub_task::ClientEnded>();
        QCOMPARE(opened.size(), size_t(1));
        QCOMPARE(ended.size(), size_t(1));
        QCOMPARE(ended[0].end.client, opened[0].client->client);
        QCOMPARE(ended[0].end.reason, EndReason::Vanished);
        QCOMPARE(ended[0].end.user.bytes(), QByteArray("ann"));
        m_clients->tick(m_bench->clock.steadyNow()); // destroys the session
        QCOMPARE(m_clients->find(opened[0].client->client), nullptr);
    }

    void keepsTheSumsOfThoseThatAreGone()
    {
        FakeStream& ann = m_bench->open(*m_clients, *m_echo);
        ann.receive(websocket::Opcode::Text, "hello");
        WorkerCounters before;
        m_clients->sumTraffic(before);
        QCOMPARE(before.bytesReceived, quint64(2 + 4 + 5));
        QCOMPARE(before.bytesSent, quint64(2 + 5));
        ann.breakOff();
        m_clients->tick(m_bench->clock.steadyNow());
        m_bench->open(*m_clients, *m_echo);
        WorkerCounters after;
        m_clients->sumTraffic(after);
        QCOMPARE(after, before);
    }

    void reportsTrafficOnlyWhereThereWasSome()
    {
        FakeStream& ann = m_bench->open(*m_clients, *m_echo);
        m_bench->open(*m_clients, *m_echo);
        std::ignore = m_clients->takeTraffic();
        QVERIFY(m_clients->takeTraffic().empty());
        ann.receive(websocket::Opcode::Text, "hello");
        const auto traffic = m_clients->takeTraffic();
        QCOMPARE(traffic.size(), size_t(1));
        QCOMPARE(traffic[0].client, ClientId(1));
        QCOMPARE(traffic[0].messagesReceived, quint64(1));
        QCOMPARE(traffic[0].messagesSent, quint64(1));
        QVERIFY(m_clients->takeTraffic().empty());
    }

    void countsASlowClient()
    {
        FakeStream& ann = m_bench->open(*m_clients, *m_echo);
        ann.room = 3;
        ann.receive(websocket::Opcode::Text, "hello");
        m_bench->clock.advance(m_bench->settings.limits.queueStallTimeout);
        m_clients->tick(m_bench->clock.steadyNow());
        m_bench->clock.advance(std::chrono::minutes(1));
        m_clients->tick(m_bench->clock.steadyNow());
        QCOMPARE(m_bench->counters.slowClientsClosed, quint64(1));
        QVERIFY(m_bench->counters.deliveriesDropped > 0);
        QCOMPARE(m_bench->toHub<hub_task::ClientEnded>().at(0).end.closeCode, quint16(4008));
    }

    void saysGoodbyeToEveryone()
    {
        FakeStream& ann = m_bench->open(*m_clients, *m_echo);
        FakeStream& bob = m_bench->open(*m_clients, *m_echo);
        m_clients->sayGoodbye();
        m_clients->sayGoodbye(); // once is enough
        QVERIFY(ann.written.startsWith("\x88\x1d\x03\xe9"));
        QCOMPARE(ann.written.size(), 2 + 0x1d);
        QCOMPARE(bob.written, ann.written);
    }

    void introducesThoseThatCaptureDoesNotKnow()
    {
        m_bench->open(*m_clients, *m_echo, "ann");
        m_bench->open(*m_clients, *m_echo, "bob");
        QCOMPARE(m_bench->takeRecords(), 2);
        m_clients->introduceAll();
        QCOMPARE(m_bench->takeRecords(), 4); // and where they begin and end
    }

private:
    std::optional<WorkerBench> m_bench;
    std::optional<EchoDialect> m_echo;
    std::optional<ClientTable> m_clients;
};

SIGNALBOX_TEST(ClientTableTest)
#include "client_table_test.moc"
