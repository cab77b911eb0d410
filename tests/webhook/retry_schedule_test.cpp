// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhook/retry_schedule.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::webhook;
using namespace std::chrono_literals;

class RetryScheduleTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void doublesUpToTheLongest()
    {
        const RetrySchedule schedule({10, 100ms, 1s}, [] { return 0.999999; });
        const QList<int> expected{99, 199, 399, 799, 999, 999};
        for (int attempts = 1; attempts <= expected.size(); ++attempts) {
            QCOMPARE(int(schedule.delayAfter(attempts)->count()), expected[attempts - 1]);
        }
    }

    void leavesHalfToChance()
    {
        const RetrySchedule shortest({10, 100ms, 1s}, [] { return 0.0; });
        QCOMPARE(shortest.delayAfter(1).value(), 50ms);
        QCOMPARE(shortest.delayAfter(10).value(), 500ms);
    }

    void givesUpAfterTheLastRetry()
    {
        const RetrySchedule schedule({2, 100ms, 1s}, [] { return 0.0; });
        QVERIFY(schedule.delayAfter(2).has_value());
        QVERIFY(!schedule.delayAfter(3).has_value());
        QVERIFY(!schedule.delayAfter(3, 1ms).has_value());
        QVERIFY(!RetrySchedule({0, 100ms, 1s}, [] { return 0.0; }).delayAfter(1).has_value());
    }

    void waitsAsLongAsIsAskedFor()
    {
        const RetrySchedule schedule({2, 100ms, 1s}, [] { return 0.0; });
        QCOMPARE(schedule.delayAfter(1, 700ms).value(), 700ms);
        QCOMPARE(schedule.delayAfter(1, 10ms).value(), 50ms);
        QCOMPARE(schedule.delayAfter(1, 24h).value(), 1s);
    }

    void neverOverflows()
    {
        const RetrySchedule schedule({1000, 1h, 1h}, [] { return 0.5; });
        QCOMPARE(schedule.delayAfter(1000).value(), 45min);
    }
};

SIGNALBOX_TEST(RetryScheduleTest)
#include "retry_schedule_test.moc"
