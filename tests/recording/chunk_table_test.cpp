// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/chunk_table.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::recording;

namespace {

std::shared_ptr<PayloadChunk> makeChunk(quint32 producer, quint64 sequence)
{
    return std::make_shared<PayloadChunk>(chunkId(producer, sequence), 100);
}

} // namespace

class ChunkTableTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheChunkThatItsProducerStillFills()
    {
        ChunkTable table;
        const auto chunk = makeChunk(0, 1);
        table.add(chunk);
        const PayloadRef reference = chunk->append("abc");
        QVERIFY(table.retain(reference));
        table.release(reference);
        QCOMPARE(table.view(reference), QByteArrayView("abc"));
        QCOMPARE(table.heldBytes(), 100);
    }

    void letsAChunkGoWhenNobodyUsesItAndTheNextHasBegun()
    {
        ChunkTable table;
        auto first = makeChunk(0, 1);
        const std::weak_ptr<PayloadChunk> watched = first;
        const PayloadRef reference = first->append("abc");
        table.add(std::move(first));
        QVERIFY(table.retain(reference));
        table.add(makeChunk(1, 1)); // of another producer
        QCOMPARE(table.count(), 2);
        table.add(makeChunk(0, 2));
        QCOMPARE(table.count(), 3);
        table.release(reference);
        QCOMPARE(table.count(), 2);
        QVERIFY(watched.expired());
        QVERIFY(table.view(reference).isEmpty());
        QVERIFY(!table.retain(reference));
    }

    void letsAnUnusedChunkGoWhenTheNextBegins()
    {
        ChunkTable table;
        table.add(makeChunk(0, 1));
        table.add(makeChunk(0, 2));
        QCOMPARE(table.count(), 1);
        QCOMPARE(table.heldBytes(), 100);
    }

    void takesAnEmptyReferenceForNoBytes()
    {
        ChunkTable table;
        QVERIFY(!table.retain({}));
        table.release({});
        QVERIFY(table.view({}).isEmpty());
    }
};

SIGNALBOX_TEST(ChunkTableTest)
#include "chunk_table_test.moc"
