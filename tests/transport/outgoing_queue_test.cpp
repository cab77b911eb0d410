// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/outgoing_queue.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using signalbox::transport::OutgoingQueue;

class OutgoingQueueTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gathersWholeFramesUpToItsLimit()
    {
        OutgoingQueue queue(m_room);
        for (int i = 0; i < 5; ++i) {
            queue.append(QByteArray(20'000, 'x'));
        }
        QCOMPARE(queue.bytes(), 100'000);
        QCOMPARE(queue.nextPieces().size(), size_t(3)); // a fourth would make 80,000
    }

    void givesOneFrameThatIsLargerThanTheLimit()
    {
        OutgoingQueue queue(m_room);
        queue.append(QByteArray(200'000, 'x'));
        queue.append("y");
        QCOMPARE(queue.nextPieces().size(), size_t(1));
        QCOMPARE(queue.nextPieces().front().size(), 200'000);
    }

    void gathersNoMoreThanSixtyFourPieces()
    {
        OutgoingQueue queue(m_room);
        for (int i = 0; i < 100; ++i) {
            queue.append("x");
        }
        QCOMPARE(queue.nextPieces().size(), size_t(64));
    }

    void goesOnInTheMiddleOfAFrame()
    {
        OutgoingQueue queue(m_room);
        queue.append("abc");
        queue.append("defg");
        queue.consume(5);
        QCOMPARE(queue.bytes(), 2);
        QCOMPARE(queue.nextPieces().front().toByteArray(), QByteArray("fg"));
        queue.consume(2);
        QVERIFY(queue.isEmpty());
        QVERIFY(queue.nextPieces().empty());
    }

    void dropsOnlyFramesThatWereNotBegun_data()
    {
        QTest::addColumn<int>("consumed");
        QTest::addColumn<int>("dropped");
        QTest::addColumn<QByteArray>("rest");
        QTest::newRow("nothing begun") << 0 << 3 << QByteArray();
        QTest::newRow("first begun") << 1 << 2 << QByteArray("bc");
        QTest::newRow("first gone") << 3 << 2 << QByteArray();
        QTest::newRow("second begun") << 5 << 1 << QByteArray("f");
    }

    void dropsOnlyFramesThatWereNotBegun()
    {
        QFETCH(int, consumed);
        OutgoingQueue queue(m_room);
        queue.append("abc");
        queue.append("def");
        queue.append("ghi");
        queue.consume(consumed);
        QTEST(static_cast<int>(queue.dropUnstarted()), "dropped");
        QByteArray rest;
        for (const QByteArrayView piece : queue.nextPieces()) {
            rest += piece;
        }
        QTEST(rest, "rest");
        QCOMPARE(queue.bytes(), rest.size());
    }

    void keepsTheOrderWhileItIsFilledAndEmptied()
    {
        OutgoingQueue queue(m_room);
        QByteArray expected;
        QByteArray left;
        for (int i = 0; i < 1000; ++i) { // it never gets empty, and moves up now and then
            const QByteArray frame = QByteArray::number(i) + ' ';
            expected += frame;
            queue.append(frame);
            if (i >= 50) {
                const qsizetype part = queue.nextPieces().front().size() - i % 2;
                left += queue.nextPieces().front().first(part);
                queue.consume(part);
            }
        }
        QVERIFY(!queue.isEmpty());
        while (!queue.isEmpty()) {
            const QByteArrayView piece = queue.nextPieces().front();
            left += piece;
            queue.consume(piece.size());
        }
        QCOMPARE(left, expected);
        QCOMPARE(queue.bytes(), 0);
        QCOMPARE(queue.frames(), 0);
    }

    void letsGoOfAFrameAsSoonAsItHasLeft()
    {
        OutgoingQueue queue(m_room);
        const QByteArray frame(100, 'x');
        queue.append(frame);
        queue.append(frame);
        queue.append("q");
        QVERIFY(!frame.isDetached());
        queue.consume(200);
        QVERIFY(frame.isDetached());
        QCOMPARE(queue.frames(), 1);
        QCOMPARE(queue.messages(), 1);
        QCOMPARE(queue.nextPieces().front().toByteArray(), QByteArray("q"));
        QCOMPARE(queue.dropUnstarted(), 1);
        QVERIFY(queue.isEmpty());
    }

    void lendsItsListToTheNextOneWhenItIsEmpty()
    {
        OutgoingQueue first(m_room);
        OutgoingQueue second(m_room);
        first.append("a");
        first.append("b");
        QCOMPARE(m_room.spareList.capacity(), size_t(0));
        first.consume(2);
        const size_t capacity = m_room.spareList.capacity();
        QVERIFY(capacity >= 2);
        second.append("c");
        QCOMPARE(m_room.spareList.capacity(), size_t(0)); // the second has it
        first.append("d");
        QCOMPARE(first.nextPieces().front().toByteArray(), QByteArray("d"));
        QCOMPARE(second.nextPieces().front().toByteArray(), QByteArray("c"));
        QCOMPARE(second.dropUnstarted(), 1);
        QCOMPARE(m_room.spareList.capacity(), capacity);
        first.consume(1);
        QCOMPARE(m_room.spareList.capacity(), capacity); // the longer of two is kept
    }

    void keepsNoListThatIsLongerThanUsual()
    {
        OutgoingQueue queue(m_room);
        for (int i = 0; i < 1000; ++i) {
            queue.append("x");
        }
        queue.consume(1000);
        QVERIFY(queue.isEmpty());
        QCOMPARE(m_room.spareList.capacity(), size_t(0));
    }

private:
    OutgoingQueue::Room m_room;
};

SIGNALBOX_TEST(OutgoingQueueTest)
#include "outgoing_queue_test.moc"
