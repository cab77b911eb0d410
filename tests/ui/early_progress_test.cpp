// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/models/early_progress.h"

#include <QtTest/QtTest>

using namespace signalbox;
using ui::EarlyProgress;

class EarlyProgressTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesAMessageItsStepsOnceInTheirOrder();
    void beginsAnewWhenThereIsTooMuchOfIt();
};

namespace {

link::DeliveriesProgressed steps(quint64 message, std::vector<quint64> clients)
{
    link::DeliveriesProgressed progress{MessageId(message), {}};
    for (const quint64 client : clients) {
        progress.progress.push_back({ClientId(client), link::DeliveryStage::Sent, {}});
    }
    return progress;
}

} // namespace

void EarlyProgressTest::givesAMessageItsStepsOnceInTheirOrder()
{
    EarlyProgress early;
    early.keep(steps(1, {3}));
    early.keep(steps(2, {9}));
    early.keep(steps(1, {5, 4}));
    const std::vector<link::DeliveryProgress> taken = early.take(MessageId(1));
    QCOMPARE(taken.size(), size_t(3));
    QCOMPARE(taken[0].client, ClientId(3));
    QCOMPARE(taken[1].client, ClientId(5));
    QCOMPARE(taken[2].client, ClientId(4));
    QVERIFY(early.take(MessageId(1)).empty());
    QCOMPARE(early.take(MessageId(2)).size(), size_t(1));
}

void EarlyProgressTest::beginsAnewWhenThereIsTooMuchOfIt()
{
    EarlyProgress early;
    early.keep(steps(1, std::vector<quint64>(EarlyProgress::maxSteps + 1, 3)));
    early.keep(steps(2, {4}));
    QVERIFY(early.take(MessageId(1)).empty());
    QCOMPARE(early.take(MessageId(2)).size(), size_t(1));
}

SIGNALBOX_TEST(EarlyProgressTest)
#include "early_progress_test.moc"
