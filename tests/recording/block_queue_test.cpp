// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/block_queue.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using signalbox::recording::BlockQueue;

class BlockQueueTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsEachValueByItsPosition()
    {
        BlockQueue<quint64, 4> queue;
        for (quint64 value = 0; value < 10; ++value) {
            QCOMPARE(queue.append(value * value), value);
        }
        QCOMPARE(queue.size(), quint64{10});
        for (quint64 position = queue.begin(); position != queue.end(); ++position) {
            QCOMPARE(queue.at(position), position * position);
        }
    }

    void keepsPositionsWhileTheFrontGoes()
    {
        BlockQueue<quint64, 4> queue;
        for (quint64 value = 0; value < 1000; ++value) {
            queue.append(value);
            if (queue.size() > 6) {
                queue.removeFront();
            }
            QCOMPARE(queue.front(), queue.begin());
            QCOMPARE(queue.at(queue.end() - 1), value);
        }
        QCOMPARE(queue.begin(), quint64{994});
    }

    void goesOnAfterItWasEmpty()
    {
        BlockQueue<quint64, 4> queue;
        for (quint64 value = 0; value < 8; ++value) { // exactly two blocks
            queue.append(value);
        }
        while (!queue.isEmpty()) {
            queue.removeFront();
        }
        QCOMPARE(queue.append(77), quint64{8});
        QCOMPARE(queue.front(), quint64{77});
        queue.removeFront();
        QVERIFY(queue.isEmpty());
    }
};

SIGNALBOX_TEST(BlockQueueTest)
#include "block_queue_test.moc"
