// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/format/axis_steps.h"
#include "ui/format/numbers.h"

#include <QtTest/QtTest>

using namespace signalbox::ui;

class AxisStepsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepsAreOneTwoOrFive();
    void countsHaveNoHalves();
    void bytesAreRoundInTheirUnit();
    void timesDivideTheHourAndTheDay();
};

void AxisStepsTest::stepsAreOneTwoOrFive()
{
    QCOMPARE(roundStep(0.0), 1.0);
    QCOMPARE(roundStep(0.03), 0.05);
    QCOMPARE(roundStep(1.0), 1.0);
    QCOMPARE(roundStep(1.1), 2.0);
    QCOMPARE(roundStep(38.0), 50.0);
    QCOMPARE(roundStep(51.0), 100.0);
}

void AxisStepsTest::countsHaveNoHalves()
{
    QCOMPARE(countStep(0.3), 1.0);
    QCOMPARE(countStep(2.3), 5.0);
}

void AxisStepsTest::bytesAreRoundInTheirUnit()
{
    QCOMPARE(bytesStep(0.0), 1.0);
    QCOMPARE(bytesStep(300.0), 500.0);
    QCOMPARE(bytesStep(501.0), 1'024.0);
    QCOMPARE(bytesStep(38'000.0), 50.0 * 1'024.0);
    QCOMPARE(bytesStep(600.0 * 1'024.0), 1'024.0 * 1'024.0);
    QCOMPARE(bytesText(static_cast<qint64>(bytesStep(110'000.0)) * 3), QStringLiteral("600 KB"));
}

void AxisStepsTest::timesDivideTheHourAndTheDay()
{
    constexpr double day = 86'400.0;
    QCOMPARE(timeStep(150.0), 300.0);
    QCOMPARE(timeStep(5'400.0), 7'200.0);
    QCOMPARE(timeStep(1.75 * day), 2.0 * day);
    QCOMPARE(timeStep(3.5 * day), 4.0 * day);
}

SIGNALBOX_TEST(AxisStepsTest)
#include "axis_steps_test.moc"
