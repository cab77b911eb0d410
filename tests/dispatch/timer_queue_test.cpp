// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dispatch/timer_queue.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::dispatch;
using namespace std::chrono_literals;

class TimerQueueTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTimersInTheOrderInWhichTheyAreDue()
    {
        TimerQueue queue;
        queue.add(1, 30ms, Qt::PreciseTimer, this, m_start);
        queue.add(2, 10ms, Qt::CoarseTimer, this, m_start);
        queue.add(3, 20ms, Qt::PreciseTimer, this, m_start);
        QCOMPARE(idsOf(queue.due(m_start + 9ms)), std::vector<int>{});
        QCOMPARE(idsOf(queue.due(m_start + 30ms)), (std::vector<int>{2, 3, 1}));
        QVERIFY(queue.nextDeadline() == m_start + 10ms);
    }

    void isDueAgainAnIntervalAfterItWas()
    {
        TimerQueue queue;
        queue.add(1, 10ms, Qt::PreciseTimer, this, m_start);
        deliver(queue, m_start + 13ms);
        QVERIFY(queue.nextDeadline() == m_start + 20ms);
    }

    void doesNotMakeUpForWhatItMissed()
    {
        TimerQueue queue;
        queue.add(1, 10ms, Qt::PreciseTimer, this, m_start);
        deliver(queue, m_start + 95ms);
        QVERIFY(queue.nextDeadline() == m_start + 105ms);
    }

    void deliversATimerOfZeroOnceInARound()
    {
        TimerQueue queue;
        queue.add(1, 0ms, Qt::PreciseTimer, this, m_start);
        const auto due = queue.due(m_start);
        QCOMPARE(due.size(), size_t(1));
        QVERIFY(queue.begin(due.front(), m_start) == this);
        queue.finish(due.front());
        QVERIFY(queue.nextDeadline() == m_start); // the next round has it again
    }

    void leavesATimerOutWhileItIsDelivered()
    {
        TimerQueue queue;
        queue.add(1, 0ms, Qt::PreciseTimer, this, m_start);
        const TimerQueue::Due due = queue.due(m_start).front();
        QVERIFY(queue.begin(due, m_start) != nullptr);
        QVERIFY(!queue.nextDeadline().has_value());
        QVERIFY(queue.begin(due, m_start) == nullptr);
        QVERIFY(queue.remaining(1, m_start).has_value());
    }

    void knowsAnOldTimerFromANewOneOfItsId()
    {
        TimerQueue queue;
        queue.add(1, 10ms, Qt::PreciseTimer, this, m_start);
        const TimerQueue::Due old = queue.due(m_start + 10ms).front();
        QVERIFY(queue.begin(old, m_start + 10ms) != nullptr);
        QVERIFY(queue.remove(1));
        queue.add(1, 50ms, Qt::PreciseTimer, this, m_start + 10ms);
        queue.finish(old);
        QVERIFY(queue.begin(old, m_start + 90ms) == nullptr);
        QVERIFY(queue.nextDeadline() == m_start + 60ms);
        QVERIFY(!queue.remove(2));
    }

    void knowsTheTimersOfEachObject()
    {
        TimerQueue queue;
        QObject other;
        queue.add(1, 10ms, Qt::PreciseTimer, this, m_start);
        queue.add(2, 20ms, Qt::VeryCoarseTimer, &other, m_start);
        const auto timers = queue.timersOf(&other);
        QCOMPARE(timers.size(), 1);
        QCOMPARE(timers.front().timerId, 2);
        QCOMPARE(timers.front().interval, 20);
        QCOMPARE(timers.front().timerType, Qt::VeryCoarseTimer);
        QVERIFY(queue.removeAllOf(&other));
        QVERIFY(!queue.removeAllOf(&other));
        QVERIFY(queue.nextDeadline() == m_start + 10ms);
    }

    void saysHowLongATimerHasLeft()
    {
        TimerQueue queue;
        queue.add(1, 10ms, Qt::PreciseTimer, this, m_start);
        QVERIFY(queue.remaining(1, m_start + 3500us) == 7ms); // rounded up: never early
        QVERIFY(queue.remaining(1, m_start + 1s) == 0ms);
        QVERIFY(!queue.remaining(2, m_start).has_value());
    }

private:
    static std::vector<int> idsOf(const std::vector<TimerQueue::Due>& due)
    {
        std::vector<int> ids;
        for (const auto& one : due) {
            ids.push_back(one.id);
        }
        return ids;
    }

    static void deliver(TimerQueue& queue, SteadyTime now)
    {
        for (const auto& one : queue.due(now)) {
            QVERIFY(queue.begin(one, now) != nullptr);
            queue.finish(one);
        }
    }

    const SteadyTime m_start{1h};
};

SIGNALBOX_TEST(TimerQueueTest)
#include "timer_queue_test.moc"
