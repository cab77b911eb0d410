// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manual_clock.h"
#include "tests/support/test_registry.h"
#include "ui/models/send_schedule.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QtTest>

using namespace signalbox;
using namespace std::chrono_literals;
using ui::SendSchedule;

class SendScheduleTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsAsOftenAsItWasTold();
    void waitsUntilItIsTime();
    void doesNotCatchUpAfterALongSleep();
    void endsWhenItIsCancelled();
    void canBeCancelledByWhatItCalls();
    void runsByItself();

private:
    tests::ManualClock m_clock;
};

void SendScheduleTest::sendsAsOftenAsItWasTold()
{
    SendSchedule schedule(m_clock);
    const QSignalSpy due(&schedule, &SendSchedule::due);
    const QSignalSpy finished(&schedule, &SendSchedule::finished);
    schedule.start({3, 500ms, {}});
    QCOMPARE(due.size(), 1);
    QCOMPARE(schedule.untilNext(), 500ms);
    m_clock.advance(499ms);
    schedule.advance();
    QCOMPARE(due.size(), 1);
    m_clock.advance(2ms);
    schedule.advance();
    QCOMPARE(due.size(), 2);
    QCOMPARE(schedule.untilNext(), 499ms); // the pace stays
    m_clock.advance(499ms);
    schedule.advance();
    QCOMPARE(due.size(), 3);
    QCOMPARE(due.last().first().toInt(), 3);
    QCOMPARE(finished.size(), 1);
    QVERIFY(!schedule.isRunning());
}

void SendScheduleTest::waitsUntilItIsTime()
{
    SendSchedule schedule(m_clock);
    const QSignalSpy due(&schedule, &SendSchedule::due);
    schedule.start({1, 1s, m_clock.wallNow() + 5s});
    QCOMPARE(schedule.untilNext(), 5s);
    m_clock.advance(4'999ms);
    schedule.advance();
    QVERIFY(due.isEmpty());
    m_clock.advance(1ms);
    schedule.advance();
    QCOMPARE(due.size(), 1);
}

void SendScheduleTest::doesNotCatchUpAfterALongSleep()
{
    SendSchedule schedule(m_clock);
    const QSignalSpy due(&schedule, &SendSchedule::due);
    schedule.start({1'000, 500ms, {}});
    m_clock.advance(1h);
    schedule.advance();
    schedule.advance();
    QVERIFY(due.size() <= 5);
}

void SendScheduleTest::endsWhenItIsCancelled()
{
    SendSchedule schedule(m_clock);
    const QSignalSpy due(&schedule, &SendSchedule::due);
    const QSignalSpy finished(&schedule, &SendSchedule::finished);
    schedule.start({1, 1s, m_clock.wallNow() + 5s});
    schedule.cancel();
    schedule.cancel();
    m_clock.advance(10s);
    schedule.advance();
    QVERIFY(due.isEmpty());
    QCOMPARE(finished.size(), 1);
}

void SendScheduleTest::canBeCancelledByWhatItCalls()
{
    SendSchedule schedule(m_clock);
    const QSignalSpy finished(&schedule, &SendSchedule::finished);
    connect(&schedule, &SendSchedule::due, &schedule, &SendSchedule::cancel);
    schedule.start({5, 1ms, {}});
    QCOMPARE(schedule.done(), 1);
    QCOMPARE(finished.size(), 1);
}

void SendScheduleTest::runsByItself()
{
    const SystemClock clock;
    SendSchedule schedule(clock);
    const QSignalSpy due(&schedule, &SendSchedule::due);
    schedule.start({4, 5ms, {}});
    QTRY_COMPARE(due.size(), 4);
}

SIGNALBOX_TEST(SendScheduleTest)
#include "send_schedule_test.moc"
