// SPDX-License-Identifier: GPL-3.0-or-later
// One worker in the test's own thread, its hub played by the test: how it drains.
#include "server/broker/worker.h"

#include "tests/broker/accepting_server.h"
#include "tests/broker/worker_bench.h"
#include "tests/support/raw_peer.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using namespace std::chrono_literals;
using tests::RawPeer;
using tests::WorkerBench;

class WorkerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench.emplace();
        m_worker.emplace(Worker::Surroundings{0, m_bench->settings, m_bench->clock, m_bench->mailboxes,
                                              m_bench->places, m_bench->lastClient, m_bench->lastMessage,
                                              m_bench->ring});
    }
    void cleanup()
    {
        m_worker.reset();
        m_bench.reset();
    }

    void drainsAtOnceWhenNobodyIsThere()
    {
        post(worker_task::Drain{5s});
        QCOMPARE(m_bench->toHub<hub_task::Drained>().size(), size_t(1));
    }

    void answersTheRequestsThatItHasTakenBeforeItIsDrained()
    {
        const auto peer = accepted();
        peer->request("GET", "/readyz");
        QTRY_COMPARE(m_bench->toHub<hub_task::AskStatus>().size(), size_t(1));
        const auto idle = accepted();
        post(worker_task::Drain{5s});
        QTRY_VERIFY(idle->isClosed());
        QVERIFY(m_bench->toHub<hub_task::Drained>().empty());
        post(worker_task::Status{m_bench->toHub<hub_task::AskStatus>()[0].ticket, {}});
        QTRY_COMPARE(peer->status(), 503);
        QVERIFY(peer->received().contains("Connection: close"));
        peer->socket().disconnectFromHost();
        QTRY_COMPARE(m_bench->toHub<hub_task::Drained>().size(), size_t(1));
        QCOMPARE(m_bench->toHub<hub_task::SocketReleased>().size(), size_t(2));
    }

    void waitsForNoAnswerLongerThanItMay()
    {
        const auto peer = accepted();
        peer->request("GET", "/readyz");
        QTRY_COMPARE(m_bench->toHub<hub_task::AskStatus>().size(), size_t(1));
        post(worker_task::Drain{5s});
        m_bench->clock.advance(5s);
        QTRY_COMPARE(m_bench->toHub<hub_task::Drained>().size(), size_t(1));
        QTRY_VERIFY(peer->isClosed());
    }

    void saysGoodbyeToAClientThatWasJustBeingBorn()
    {
        const auto peer = accepted();
        peer->handshake("/ws");
        // Between the front and the table: QWebSocketServer answers in a turn of the loop of its own.
        QTRY_VERIFY(m_bench->places.taken() == 1);
        post(worker_task::Drain{5s});
        QTRY_VERIFY(peer->received().endsWith("the broker is shutting down"));
        QVERIFY(m_bench->toHub<hub_task::Drained>().empty());
        peer->socket().abort();
        QTRY_COMPARE(m_bench->toHub<hub_task::Drained>().size(), size_t(1));
        QCOMPARE(m_bench->toHub<hub_task::ClientOpened>().size(), size_t(1));
        QCOMPARE(m_bench->toHub<hub_task::ClientEnded>().size(), size_t(1));
        QCOMPARE(m_bench->toHub<hub_task::ClientEnded>()[0].end.reason, EndReason::Shutdown);
    }

private:
    void post(WorkerTask task)
    {
        m_bench->mailboxes.workers.front()->post(std::move(task));
        m_bench->mailboxes.workers.front()->drain();
    }

    std::unique_ptr<RawPeer> accepted()
    {
        auto peer = std::make_unique<RawPeer>(m_server.serverPort());
        [&] { QTRY_VERIFY(m_server.hasOne()); }();
        post(worker_task::Accept{{m_server.take(), true}});
        return peer;
    }

    tests::AcceptingServer m_server;
    std::optional<WorkerBench> m_bench;
    std::optional<Worker> m_worker;
};

SIGNALBOX_TEST(WorkerTest)
#include "worker_test.moc"
