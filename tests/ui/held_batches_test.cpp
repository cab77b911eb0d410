// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/held_batches.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::tests;

class HeldBatchesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesAllThatCameAsOneBatch()
    {
        ui::HeldBatches held(100);
        link::FrameBatch first = frames(1, 3);
        first.deliveries.push_back({MessageId(1), {{ClientId(4), DeliveryState::Sent, 0}}});
        held.hold(first);
        held.hold(frames(4, 5));
        QCOMPARE(held.frames(), quint64(5));
        const link::FrameBatch all = held.take();
        QCOMPARE(all.rows.size(), size_t(5));
        QCOMPARE(all.rows.back().number, quint64(5));
        QCOMPARE(all.deliveries.size(), size_t(1));
        QCOMPARE(held.frames(), quint64(0));
        QVERIFY(held.take().rows.empty());
    }

    void letsTheOldestGoThatTheListCouldNotShow()
    {
        ui::HeldBatches held(4);
        held.hold(frames(1, 3));
        held.hold(frames(4, 6));
        QCOMPARE(held.frames(), quint64(6)); // of the first one a frame is still to be shown
        held.hold(frames(7, 8));
        QCOMPARE(held.take().rows.front().number, quint64(4));
    }
};

SIGNALBOX_TEST(HeldBatchesTest)
#include "held_batches_test.moc"
