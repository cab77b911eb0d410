// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/call_times.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::services;
using namespace std::chrono_literals;

class CallTimesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesNothingUntilItIsSwitchedOn()
    {
        CallTimes times;
        times.add(5us);
        QCOMPARE(times.count(), 0);
        QCOMPARE(times.median(), 0us);
        QCOMPARE(times.longest(), 0us);
    }

    void tellsTheMedianAndTheLongest()
    {
        CallTimes times;
        times.setOn(true);
        for (const auto took : {9us, 1us, 300us, 4us, 2us}) {
            times.add(took);
        }
        QCOMPARE(times.count(), 5);
        QCOMPARE(times.median(), 4us);
        QCOMPARE(times.longest(), 300us);
    }

    void forgetsTheOldestOfTooMany()
    {
        CallTimes times;
        times.setOn(true);
        times.add(1h);
        for (size_t call = 0; call < CallTimes::maxCalls; ++call) {
            times.add(7us);
        }
        QCOMPARE(times.count(), static_cast<int>(CallTimes::maxCalls));
        QCOMPARE(times.longest(), 7us);
    }

    void forgetsAllWhenItIsSwitchedOff()
    {
        CallTimes times;
        times.setOn(true);
        times.add(5us);
        times.setOn(true); // another one looks
        QCOMPARE(times.count(), 1);
        times.setOn(false);
        QCOMPARE(times.count(), 0);
    }
};

SIGNALBOX_TEST(CallTimesTest)
#include "call_times_test.moc"
