// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/receipt.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;

class ReceiptTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsEachStateOnce_data();
    void countsEachStateOnce();
    void settlesWhatWasQueued();
    void addsTheCountsOfWorkers();
    void standsForNoDeliveryAtFirst();
};

void ReceiptTest::countsEachStateOnce_data()
{
    QTest::addColumn<DeliveryState>("state");
    QTest::addColumn<qint64>("sent");
    QTest::addColumn<qint64>("queued");
    QTest::addColumn<qint64>("dropped");
    QTest::newRow("sent") << DeliveryState::Sent << qint64(1) << qint64(0) << qint64(0);
    QTest::newRow("queued") << DeliveryState::Queued << qint64(0) << qint64(1) << qint64(0);
    QTest::newRow("dropped, slow") << DeliveryState::DroppedSlow << qint64(0) << qint64(0) << qint64(1);
    QTest::newRow("dropped, closing") << DeliveryState::DroppedClosing << qint64(0) << qint64(0) << qint64(1);
}

void ReceiptTest::countsEachStateOnce()
{
    QFETCH(DeliveryState, state);
    DeliveryCounts counts;
    counts.add(state);
    QCOMPARE(counts.recipients, 1);
    QTEST(counts.sent, "sent");
    QTEST(counts.queued, "queued");
    QTEST(counts.dropped, "dropped");
}

void ReceiptTest::settlesWhatWasQueued()
{
    DeliveryCounts settled{.recipients = 2, .queued = 2};
    settled.settle(DeliveryState::Sent);
    settled.settle(DeliveryState::DroppedSlow);
    settled.settle(DeliveryState::Sent); // nobody had said that it was queued
    QVERIFY((settled == DeliveryCounts{.recipients = 3, .sent = 2, .dropped = 1}));
}

void ReceiptTest::addsTheCountsOfWorkers()
{
    DeliveryCounts sum{.recipients = 6, .sent = 3, .queued = 2, .dropped = 1};
    sum += {.recipients = 60, .sent = 30, .queued = 20, .dropped = 10};
    QVERIFY((sum == DeliveryCounts{.recipients = 66, .sent = 33, .queued = 22, .dropped = 11}));
    sum += {};
    QCOMPARE(sum.recipients, sum.sent + sum.queued + sum.dropped);
}

void ReceiptTest::standsForNoDeliveryAtFirst()
{
    const Receipt receipt;
    QVERIFY(receipt.message.isNull());
    QVERIFY(receipt.counts == DeliveryCounts());
    QCOMPARE(receipt.pendingWorkers, 0);
    QCOMPARE(Decision().recipientIndex, -1);
    QCOMPARE(Decision().verdict, Verdict::NotAddressed);
}

SIGNALBOX_TEST(ReceiptTest)
#include "receipt_test.moc"
