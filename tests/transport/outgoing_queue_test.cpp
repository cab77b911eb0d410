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
        QCOMPARE(queue.nextPieces().size(), size_t(3)); // a fourth would make 80,000
    }

    void givesOneFrameThatIsLargerThanTheLimit()
    {
        OutgoingQueue queue;
        queue.append(QByteArray(200'000, 'x'));
        queue.append("y");
        QCOMPARE(queue.nextPieces().size(), size_t(1));
        QCOMPARE(queue.nextPieces().front().size(), 200'000);
    }

    void gathersNoMoreThanSixtyFourPieces()
    {
        OutgoingQueue queue;
        for (int i = 0; i < 100; ++i) {
            queue.append("x");
        }
        QCOMPARE(queue.nextPieces().size(), size_t(64));
    }

    void goesOnInTheMiddleOfAFrame()
    {
        OutgoingQueue queue;
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
        OutgoingQueue queue;
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
};

SIGNALBOX_TEST(OutgoingQueueTest)
#include "outgoing_queue_test.moc"
