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
        OutgoingQueue queue;
        for (int i = 0; i < 5; ++i) {
            queue.append(QByteArray(20'000, 'x'));
        }
        QCOMPARE(queue.bytes(), 100'000);
        QCOMPARE(queue.nextPieces(m_room).size(), size_t(3)); // a fourth would make 80,000
    }

    void givesOneFrameThatIsLargerThanTheLimit()
    {
        OutgoingQueue queue;
        queue.append(QByteArray(200'000, 'x'));
        queue.append("y");
        QCOMPARE(queue.nextPieces(m_room).size(), size_t(1));
        QCOMPARE(queue.nextPieces(m_room).front().size(), 200'000);
    }

    void gathersNoMoreThanSixtyFourPieces()
    {
        OutgoingQueue queue;
        for (int i = 0; i < 100; ++i) {
            queue.append("x");
        }
        QCOMPARE(queue.nextPieces(m_room).size(), size_t(64));
    }

    void goesOnInTheMiddleOfAFrame()
    {
        OutgoingQueue queue;
        queue.append("abc");
        queue.append("defg");
        queue.consume(5);
        QCOMPARE(queue.bytes(), 2);
        QCOMPARE(queue.nextPieces(m_room).front().toByteArray(), QByteArray("fg"));
        queue.consume(2);
        QVERIFY(queue.isEmpty());
        QVERIFY(queue.nextPieces(m_room).empty());
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
        OutgoingQueue queue;
        queue.append("abc");
        queue.append("def");
        queue.append("ghi");
        queue.consume(consumed);
        QTEST(static_cast<int>(queue.dropUnstarted()), "dropped");
        QByteArray rest;
        for (const QByteArrayView piece : queue.nextPieces(m_room)) {
            rest += piece;
        }
        QTEST(rest, "rest");
        QCOMPARE(queue.bytes(), rest.size());
    }

    void keepsTheOrderWhileItIsFilledAndEmptied()
    {
        OutgoingQueue queue;
        QByteArray expected;
        QByteArray left;
        for (int i = 0; i < 1000; ++i) { // it never gets empty, and moves up now and then
            const QByteArray frame = QByteArray::number(i) + ' ';
            expected += frame;
            queue.append(frame);
            if (i >= 50) {
                const qsizetype part = queue.nextPieces(m_room).front().size() - i % 2;
                left += queue.nextPieces(m_room).front().first(part);
                queue.consume(part);
            }
        }
        QVERIFY(!queue.isEmpty());
        while (!queue.isEmpty()) {
            const QByteArrayView piece = queue.nextPieces(m_room).front();
            left += piece;
            queue.consume(piece.size());
        }
        QCOMPARE(left, expected);
        QCOMPARE(queue.bytes(), 0);
        QCOMPARE(queue.frames(), 0);
    }

    void letsGoOfAFrameAsSoonAsItHasLeft()
    {
        OutgoingQueue queue;
        const QByteArray frame(100, 'x');
        queue.append(frame);
        queue.append(frame);
        queue.append("q");
        QVERIFY(!frame.isDetached());
        queue.consume(200);
        QVERIFY(frame.isDetached());
        QCOMPARE(queue.frames(), 1);
        QCOMPARE(queue.messages(), 1);
        queue.giveBack(); // what waits stays
        queue.giveBack();
        QCOMPARE(queue.nextPieces(m_room).front().toByteArray(), QByteArray("q"));
        QCOMPARE(queue.dropUnstarted(), 1);
        QVERIFY(queue.isEmpty());
    }

private:
    OutgoingQueue::Pieces m_room;
};

SIGNALBOX_TEST(OutgoingQueueTest)
#include "outgoing_queue_test.moc"
