// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/clock.h"
#include "tests/support/manual_clock.h"
#include "tests/support/test_registry.h"

#include <QtCore/QDateTime>
#include <QtTest/QTest>

using namespace signalbox;
using namespace std::chrono_literals;

class ClockTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsTheTimeOfDay();
    void neverGoesBack();
    void standsStillUntilATestMovesIt();
};

void ClockTest::tellsTheTimeOfDay()
{
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const auto now =
        std::chrono::floor<std::chrono::milliseconds>(SystemClock().wallNow().time_since_epoch()).count();
    const qint64 after = QDateTime::currentMSecsSinceEpoch();
    QVERIFY(before <= now && now <= after);
}

void ClockTest::neverGoesBack()
{
    const SystemClock clock;
    SteadyTime last = clock.steadyNow();
    for (int i = 0; i < 1000; ++i) {
        const SteadyTime now = clock.steadyNow();
        QVERIFY(now >= last);
        last = now;
    }
}

void ClockTest::standsStillUntilATestMovesIt()
{
    tests::ManualClock clock;
    const WallTime wall = clock.wallNow();
    const SteadyTime steady = clock.steadyNow();
    QVERIFY(clock.wallNow() == wall && clock.steadyNow() == steady);
    clock.advance(1500ms);
    QVERIFY(clock.wallNow() - wall == 1500ms);
    QVERIFY(clock.steadyNow() - steady == 1500ms);
}

SIGNALBOX_TEST(ClockTest)
#include "clock_test.moc"
