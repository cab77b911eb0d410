// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/queued_deliveries.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;

namespace {

QList<quint64> messagesOf(const std::vector<QueuedDeliveries::Entry>& all)
{
    QList<quint64> numbers;
    for (const QueuedDeliveries::Entry& one : all) {
        numbers += one.message.number();
    }
    return numbers;
}

} // namespace

class QueuedDeliveriesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesThoseThatWereTakenWhole()
    {
        QueuedDeliveries waiting;
        waiting.add({MessageId(1), 100});
        waiting.add({MessageId(2), 200});
        waiting.add({MessageId(3), 300});
        QCOMPARE(waiting.firstEnd(), quint64(100));
        QCOMPARE(messagesOf(waiting.takeUpTo(99)), QList<quint64>());
        QCOMPARE(messagesOf(waiting.takeUpTo(299)), (QList<quint64>{1, 2}));
        QCOMPARE(waiting.firstEnd(), quint64(300));
        QCOMPARE(messagesOf(waiting.takeUpTo(1000)), (QList<quint64>{3}));
        QVERIFY(waiting.isEmpty());
    }

    void givesTheRestWhenTheClientEnds()
    {
        QueuedDeliveries waiting;
        waiting.add({MessageId(1), 100});
        waiting.add({MessageId(2), 200});
        QCOMPARE(messagesOf(waiting.takeUpTo(100)), (QList<quint64>{1}));
        QCOMPARE(messagesOf(waiting.takeAll()), (QList<quint64>{2}));
        QVERIFY(waiting.isEmpty());
    }
};

SIGNALBOX_TEST(QueuedDeliveriesTest)
#include "queued_deliveries_test.moc"
