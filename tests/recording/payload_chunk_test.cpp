// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/payload_chunk.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::recording;

class PayloadChunkTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasAppended()
    {
        PayloadChunk chunk(chunkId(3, 1), 64);
        const PayloadRef first = chunk.append("hello");
        const PayloadRef second = chunk.append("world!");
        QCOMPARE(chunk.view(first), QByteArrayView("hello"));
        QCOMPARE(chunk.view(second), QByteArrayView("world!"));
        QCOMPARE(second, (PayloadRef{chunk.id(), 5, 6}));
        QCOMPARE(chunk.freeBytes(), quint32{53});
    }

    void fillsToTheLastByte()
    {
        PayloadChunk chunk(chunkId(0, 1), 8);
        const PayloadRef whole = chunk.append("12345678");
        QCOMPARE(chunk.freeBytes(), quint32{0});
        QCOMPARE(chunk.view(whole), QByteArrayView("12345678"));
    }

    void needsNothingForAnEmptyPayload()
    {
        PayloadChunk chunk(chunkId(0, 1), 8);
        QCOMPARE(chunk.append({}), PayloadRef{});
        QCOMPARE(chunk.freeBytes(), quint32{8});
    }

    void givesEachChunkOfEachProducerItsOwnId()
    {
        QVERIFY(chunkId(0, 1) != 0);
        QVERIFY(chunkId(0, 2) != chunkId(1, 2));
        QCOMPARE(producerOfChunk(chunkId(7, 123'456)), quint32{7});
    }
};

SIGNALBOX_TEST(PayloadChunkTest)
#include "payload_chunk_test.moc"
