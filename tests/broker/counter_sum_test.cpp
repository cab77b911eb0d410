// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/counter_sum.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using broker::WorkerCounters;

class CounterSumTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addsEachCounterToItsOwnSum()
    {
        WorkerCounters worker;
        worker.messagesReceived = 1;
        worker.deliveries = 2;
        worker.deliveriesDropped = 3;
        worker.bytesReceived = 4;
        worker.bytesSent = 5;
        worker.handshakesRefused = 6;
        worker.requestsRefused = 7;
        worker.messagesRefused = 8;
        worker.messagesIgnored = 9;
        worker.slowClientsClosed = 10;
        worker.malformedForwarding = 11;
        worker.queuedBytes = 12;
        link::Statistics sum;
        broker::addTo(sum, worker);
        broker::addTo(sum, worker); // a second worker
        const auto twice = {sum.messagesReceived,  sum.deliveries,          sum.deliveriesDropped,
                            sum.bytesReceived,     sum.bytesSent,           sum.handshakesRefused,
                            sum.requestsRefused,   sum.messagesRefused,     sum.messagesIgnored,
                            sum.slowClientsClosed, sum.malformedForwarding, quint64(sum.queuedBytes)};
        quint64 expected = 0;
        for (const quint64 value : twice) {
            QCOMPARE(value, expected += 2);
        }
        QCOMPARE(expected, quint64(24));
    }

    void leavesAloneWhatNoWorkerCounts()
    {
        link::Statistics sum;
        sum.clients = 3;
        sum.webhookTaken = 4;
        sum.residentBytes = 5;
        broker::addTo(sum, WorkerCounters());
        QCOMPARE(sum.clients, 3);
        QCOMPARE(sum.webhookTaken, quint64(4));
        QCOMPARE(sum.residentBytes, 5);
    }
};

SIGNALBOX_TEST(CounterSumTest)
#include "counter_sum_test.moc"
