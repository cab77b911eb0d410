// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/message_index.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using signalbox::recording::MessageIndex;
using Finding = signalbox::recording::MessageIndex::Finding;

class MessageIndexTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheRowOfEachMessage()
    {
        MessageIndex index;
        QCOMPARE(index.find(MessageId(1)).finding, Finding::Unknown);
        for (quint64 message = 1; message <= 5000; message += 2) {
            index.insert(MessageId(message), message * 3);
        }
        QCOMPARE(index.find(MessageId(1)).position, quint64{3});
        QCOMPARE(index.find(MessageId(4999)).position, quint64{4999 * 3});
        QCOMPARE(index.find(MessageId(4999)).finding, Finding::Known);
        QCOMPARE(index.find(MessageId(2)).finding, Finding::Unknown);
        QCOMPARE(index.find(MessageId(5000)).finding, Finding::Unknown);
        QCOMPARE(index.find(MessageId(999'999'999)).finding, Finding::Unknown);
    }

    void takesMessagesInAnotherOrderThanTheirIds()
    {
        MessageIndex index;
        index.insert(MessageId(7'000), 0);
        index.insert(MessageId(6'998), 1);
        index.insert(MessageId(7'002), 2);
        index.insert(MessageId(6'999), 3);
        QCOMPARE(index.find(MessageId(6'998)).position, quint64{1});
        QCOMPARE(index.find(MessageId(6'999)).position, quint64{3});
        QCOMPARE(index.find(MessageId(7'001)).finding, Finding::Unknown);
    }

    void saysThatARowIsEvicted()
    {
        MessageIndex index;
        for (quint64 message = 1; message <= 100; ++message) {
            index.insert(MessageId(message), message);
        }
        index.insert(MessageId(105), 101);
        index.insert(MessageId(103), 102);
        index.removeBefore(60);
        QCOMPARE(index.find(MessageId(59)).finding, Finding::Evicted);
        QCOMPARE(index.find(MessageId(60)).finding, Finding::Known);
        index.removeBefore(102); // row 101 went, but its message is behind one that stays
        QCOMPARE(index.find(MessageId(103)).finding, Finding::Known);
        QCOMPARE(index.find(MessageId(105)).finding, Finding::Evicted);
        index.removeBefore(1'000);
        QCOMPARE(index.find(MessageId(105)).finding, Finding::Evicted);
        QCOMPARE(index.find(MessageId(106)).finding, Finding::Unknown);
        QCOMPARE(index.heldBytes(), 0);
    }

    void staysSmallWhenManyMessagesPassUncaptured()
    {
        MessageIndex index;
        index.insert(MessageId(1), 0);
        index.insert(MessageId(1'000'000'000), 1);
        QVERIFY(index.heldBytes() < 100'000);
        QCOMPARE(index.find(MessageId(1'000'000'000)).position, quint64{1});
        QCOMPARE(index.find(MessageId(1)).finding, Finding::Evicted);
        index.insert(MessageId(2), 2); // much too late
        QCOMPARE(index.find(MessageId(2)).finding, Finding::Evicted);
    }
};

SIGNALBOX_TEST(MessageIndexTest)
#include "message_index_test.moc"
