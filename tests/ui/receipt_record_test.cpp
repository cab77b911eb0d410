// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/models/receipt_record.h"

#include <QtTest/QtTest>

using namespace signalbox;
using namespace std::chrono_literals;
using link::DeliveryStage;
using ui::ReceiptRecord;

class ReceiptRecordTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void putsTheWorstInFrontAndEachClientOnce();
    void followsEachClientToItsEnd();
    void ignoresWhatIsNoNews();
};

void ReceiptRecordTest::putsTheWorstInFrontAndEachClientOnce()
{
    ReceiptRecord record;
    const std::vector<Delivery> all{{ClientId(3), DeliveryState::Sent, 0},
                                    {ClientId(4), DeliveryState::Queued, 10},
                                    {ClientId(5), DeliveryState::DroppedSlow, 0}};
    record.add(record.news(all));
    QCOMPARE(record.fates()[0].delivery.client, ClientId(5));
    QCOMPARE(record.fates()[1].delivery.client, ClientId(4));
    QVERIFY(record.news(all).empty());
    QCOMPARE(record.queuedNow(), 1);
}

void ReceiptRecordTest::followsEachClientToItsEnd()
{
    ReceiptRecord record;
    record.counts = {3, 2, 1, 0};
    record.add({{ClientId(4), DeliveryState::Queued, 10},
                {ClientId(3), DeliveryState::Sent, 0},
                {ClientId(5), DeliveryState::Sent, 0}});
    QCOMPARE(record.open(), 3);
    QCOMPARE(record.progress({ClientId(4), DeliveryStage::Sent, 2ms}), 0);
    QCOMPARE(record.queuedNow(), 0);
    QCOMPARE(record.progress({ClientId(4), DeliveryStage::Confirmed, 9ms}), 0);
    QCOMPARE(record.progress({ClientId(3), DeliveryStage::Confirmed, 4ms}), 1);
    QCOMPARE(record.progress({ClientId(5), DeliveryStage::Lost, 5ms}), 2);
    QCOMPARE(record.confirmed, 2);
    QCOMPARE(record.lost, 1);
    QCOMPARE(record.slowest, std::chrono::microseconds(9ms));
    QCOMPARE(record.open(), 0);
}

void ReceiptRecordTest::ignoresWhatIsNoNews()
{
    ReceiptRecord record;
    record.counts = {1, 1, 0, 0};
    record.add({{ClientId(3), DeliveryState::Sent, 0}});
    QCOMPARE(record.progress({ClientId(99), DeliveryStage::Confirmed, 1ms}), -1);
    QCOMPARE(record.progress({ClientId(3), DeliveryStage::Confirmed, 1ms}), 0);
    QCOMPARE(record.progress({ClientId(3), DeliveryStage::Confirmed, 1ms}), -1);
    QCOMPARE(record.progress({ClientId(3), DeliveryStage::Lost, 2ms}), -1); // it has read it
    QCOMPARE(record.confirmed, 1);
}

SIGNALBOX_TEST(ReceiptRecordTest)
#include "receipt_record_test.moc"
