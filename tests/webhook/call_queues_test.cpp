// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhook/call_queues.h"

#include "tests/support/manual_clock.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::webhook;
using namespace std::chrono_literals;
using Pushed = CallQueues::Pushed;

class CallQueuesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_queues = CallQueues({1'000'000, 1'000'000});
        m_lastMessage = 0;
    }

    void startsOneCallOfAClientAtATime()
    {
        push(1);
        push(1);
        QCOMPARE(start(), 1);
        QVERIFY(!m_queues.hasDue(now()));
        std::ignore = m_queues.finish(ClientId(1));
        QCOMPARE(start(), 2);
        std::ignore = m_queues.finish(ClientId(1));
        QVERIFY(m_queues.isEmpty());
        QCOMPARE(m_queues.count(), 0);
    }

    void letsClientsTakeTurns()
    {
        push(1);
        push(1);
        push(1);
        push(2);
        QCOMPARE(start(), 1);
        QCOMPARE(start(), 4);
        std::ignore = m_queues.finish(ClientId(1));
        std::ignore = m_queues.finish(ClientId(2));
        push(2);
        QCOMPARE(start(), 2);
        QCOMPARE(start(), 5);
    }

    void holdsBackWhatIsBehindARetry()
    {
        push(1);
        push(1);
        push(2);
        QCOMPARE(start(), 1);
        m_queues.retryAt(ClientId(1), now() + 5s);
        QCOMPARE(start(), 3);
        QVERIFY(!m_queues.hasDue(now()));
        QCOMPARE(m_queues.nextDue().value(), now() + 5s);
        m_clock.advance(5s);
        QVERIFY(m_queues.hasDue(now()));
        QCOMPARE(start(), 1);
        QCOMPARE(m_queues.running(ClientId(1)).attempts, 2);
        QVERIFY(!m_queues.nextDue().has_value());
    }

    void boundsBytesOverAllAndForEachClient()
    {
        const qint64 one = call(1).queuedBytes();
        m_queues = CallQueues({3 * one, 2 * one});
        QCOMPARE(m_queues.push(call(1)), Pushed::Queued);
        QCOMPARE(m_queues.push(call(1)), Pushed::Queued);
        QCOMPARE(m_queues.push(call(1)), Pushed::ClientQueueFull);
        QCOMPARE(m_queues.push(call(2)), Pushed::Queued);
        QCOMPARE(m_queues.push(call(3)), Pushed::QueueFull);
        std::ignore = start();
        QCOMPARE(m_queues.push(call(3)), Pushed::QueueFull); // it runs, and counts
        std::ignore = m_queues.finish(ClientId(1));
        QCOMPARE(m_queues.push(call(3)), Pushed::Queued);
        QCOMPARE(m_queues.count(), 3);
    }

    void givesUpAllInOrder()
    {
        push(1);
        push(1);
        push(2);
        std::ignore = start();
        m_queues.retryAt(ClientId(1), now() + 5s);
        std::ignore = start();
        std::vector<quint64> ofTheFirst;
        for (const Call& each : m_queues.takeAll()) {
            if (each.client == ClientId(1)) {
                ofTheFirst.push_back(each.message.number());
            }
        }
        QCOMPARE(ofTheFirst, (std::vector<quint64>{1, 2}));
        QVERIFY(m_queues.isEmpty());
        QVERIFY(!m_queues.hasDue(now() + 1h));
        QCOMPARE(m_queues.count(), 0);
    }

private:
    [[nodiscard]] SteadyTime now() const { return m_clock.steadyNow(); }
    Call call(quint64 client)
    {
        Call made;
        made.message = MessageId(++m_lastMessage);
        made.client = ClientId(client);
        made.body = "body";
        return made;
    }
    void push(quint64 client) { QCOMPARE(m_queues.push(call(client)), Pushed::Queued); }
    int start() { return static_cast<int>(m_queues.start(now()).message.number()); }

    tests::ManualClock m_clock;
    CallQueues m_queues{{1'000'000, 1'000'000}};
    quint64 m_lastMessage = 0;
};

SIGNALBOX_TEST(CallQueuesTest)
#include "call_queues_test.moc"
