// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/capture_writer.h"

#include "server/recording/chunk_table.h"
#include "tests/recording/capture_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <atomic>
#include <thread>

using namespace signalbox;
using namespace signalbox::recording;
using signalbox::tests::CaptureBench;

namespace {

constexpr auto time0 = WallTime(std::chrono::seconds(1'700'000'000));

PayloadRef write(CaptureWriter& writer, QByteArrayView payload)
{
    websocket::FrameHeader header;
    header.payloadBytes = static_cast<quint64>(payload.size());
    return writer.recordFrame(time0, ClientId(1), link::Direction::Received, header, "\x81\x05", payload);
}

} // namespace

class CaptureWriterTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesAndAllocatesNothingWhileItIsOff()
    {
        CaptureRing ring(4);
        CaptureWriter writer(0, ring);
        for (int repeat = 0; repeat < 100; ++repeat) { // many more than the ring would take
            QCOMPARE(write(writer, "hello"), PayloadRef{});
            writer.recordPush(time0, link::SenderKind::Http, MessageId(1), "{}");
            writer.recordOpened(time0, {ClientId(1), {}, {}, {}}, "GET", "HTTP");
            writer.recordClosed(time0, ClientId(1), EndReason::PeerClosed, 1000, "bye");
            writer.recordRefused(time0, {.status = 403, .request = "GET", .response = "HTTP"});
            writer.recordAnswered(time0, {.status = 200, .request = "GET", .response = "HTTP"});
            writer.recordCalled(time0, {.url = "http://a/", .request = "POST"});
            writer.recordAct(time0, "paused");
            writer.recordDeliveries(time0, MessageId(1), {}, {}, tests::deliveriesTo(1, 3));
            writer.recordClientKnown(time0, {ClientId(1), UserName::trusted("ann"), {}, {}});
        }
        QCOMPARE(writer.chunksMade(), quint64{0});
        QCOMPARE(ring.front(), nullptr);
        QVERIFY(!ring.takeLoss());
    }

    void releasesItsChunkWhenItIsSwitchedOff()
    {
        CaptureRing ring(4);
        CaptureWriter writer(0, ring);
        writer.setEnabled(true);
        write(writer, "hello");
        const std::weak_ptr<const PayloadChunk> watched = ring.front()->chunk;
        ring.pop();
        QVERIFY(!watched.expired());
        writer.setEnabled(false);
        QVERIFY(watched.expired());
        writer.setEnabled(true);
        QVERIFY(write(writer, "again").chunk != 0);
        QVERIFY(ring.front()->chunk != nullptr);
    }

    void handsAChunkOnWithTheFirstRecordThatRefersToIt()
    {
        CaptureRing ring(8);
        CaptureWriter writer(5, ring, 10);
        writer.setEnabled(true);
        QCOMPARE(write(writer, {}), PayloadRef{}); // needs no chunk
        const PayloadRef first = write(writer, "12345");
        const PayloadRef second = write(writer, "12345");
        const PayloadRef third = write(writer, "1"); // the chunk is full
        const PayloadRef large = write(writer, "a payload larger than a chunk");
        QCOMPARE(first.chunk, chunkId(5, 1));
        QCOMPARE(second, (PayloadRef{chunkId(5, 1), 5, 5}));
        QCOMPARE(third, (PayloadRef{chunkId(5, 2), 0, 1}));
        QCOMPARE(large, (PayloadRef{chunkId(5, 3), 0, 29}));
        std::vector<quint64> handedOn;
        for (; ring.front() != nullptr; ring.pop()) {
            handedOn.push_back(ring.front()->chunk ? ring.front()->chunk->id() : 0);
        }
        QCOMPARE(handedOn, (std::vector<quint64>{0, chunkId(5, 1), 0, chunkId(5, 2), chunkId(5, 3)}));
    }

    void takesTheSpareMemoryForAChunkOfTheUsualSize()
    {
        CaptureRing ring(8);
        CaptureWriter writer(0, ring);
        writer.setEnabled(true);
        ring.spareMemory().refill();
        const PayloadRef kept = write(writer, "hello");
        QVERIFY(ring.spareMemory().take() == nullptr);
        QCOMPARE(ring.front()->chunk->view(kept), QByteArrayView("hello"));
        ring.pop();

        ring.spareMemory().refill();
        const PayloadRef large = write(writer, QByteArray(defaultChunkBytes + 1, 'x'));
        QCOMPARE(ring.front()->chunk->view(large).size(), qsizetype{defaultChunkBytes + 1});
        QVERIFY(ring.spareMemory().take() != nullptr);
    }

    void letsTheSpareMemoryGoWhenItIsSwitchedOff()
    {
        CaptureRing ring(4);
        CaptureWriter writer(0, ring);
        writer.setEnabled(true);
        ring.spareMemory().refill();
        writer.setEnabled(false);
        QVERIFY(ring.spareMemory().take() == nullptr);
    }

    void countsWhatAFullRingDoesNotTakeAndCopiesNothing()
    {
        CaptureRing ring(2);
        CaptureWriter writer(0, ring, 100);
        writer.setEnabled(true);
        write(writer, "12345");
        write(writer, "12345");
        QCOMPARE(write(writer, "1234567"), PayloadRef{});
        writer.recordRefused(time0, {.address = "1234", .request = "123", .response = "12"});
        writer.recordDeliveries(time0, MessageId(1), {}, {}, tests::deliveriesTo(1, 2));
        const auto loss = ring.takeLoss();
        QVERIFY(loss.has_value());
        QCOMPARE(loss->records, quint64{3});
        QCOMPARE(loss->bytes, quint64{7 + 9 + 16});
        QVERIFY(ring.front() != nullptr);
        ring.pop();
        QCOMPARE(write(writer, "x").offset, quint32{10}); // right behind the second
    }

    void cutsATextThatIsTooLongForItsLength()
    {
        CaptureBench bench;
        bench.writers[0]->recordClosed(CaptureBench::at(1), ClientId(1), EndReason::PeerClosed, 1000,
                                       QByteArray(70'000, 'x'));
        bench.drain();
        QCOMPARE(bench.rows().at(0).text, QByteArray(65'535, 'x'));
    }

    /// One payload, three workers, 1,000 recipients: the bytes are there once.
    void storesThePayloadOfAFanOutOnce()
    {
        CaptureBench bench(3);
        const QByteArray payload(600'000, 'p'); // twice would not fit into one chunk
        const PayloadRef stored = bench.receive(0, 1, 7, payload, MessageId(1));
        for (quint32 worker = 0; worker < 3; ++worker) {
            bench.deliver(worker, 2, MessageId(1),
                          tests::deliveriesTo(1000 * worker, worker == 0 ? 334 : 333), stored);
        }
        bench.drain();
        QCOMPARE(bench.rows().size(), size_t{1});
        QCOMPARE(bench.rows().at(0).deliveries, (DeliveryCounts{1000, 1000, 0, 0}));
        const link::FrameDetail detail = bench.maker.detail(1);
        QCOMPARE(detail.payload, payload);
        QCOMPARE(detail.deliveries.size(), size_t{1000});
        for (quint32 worker = 0; worker < 3;
             ++worker) { // the payload and 8 bytes for each recipient, in one chunk each
            QCOMPARE(bench.writers[worker]->chunksMade(), quint64{1});
        }
        const PayloadRef behind = bench.receive(0, 3, 7, "x");
        QCOMPARE(behind.offset, quint32{600'000 + 334 * 8});
        QCOMPARE(bench.kept.keptBytes() / defaultChunkBytes, qint64{3});
    }

    /// The bytes of a record are readable for whoever took the record out of the ring, with nothing else
    /// between the threads.
    void publishesPayloadsToTheOtherThread()
    {
        constexpr quint32 total = 200'000;
        CaptureRing ring(1024);
        std::atomic<bool> done = false;
        std::thread producer([&] {
            CaptureWriter writer(0, ring, 4096);
            writer.setEnabled(true);
            for (quint32 number = 0; number < total; ++number) {
                const char letter = static_cast<char>('a' + number % 26);
                const QByteArray payload(static_cast<qsizetype>(1 + number % 100), letter);
                while (!ring.hasRoom()) {
                    std::this_thread::yield();
                }
                websocket::FrameHeader header;
                header.payloadBytes = number;
                writer.recordFrame(time0, ClientId(number + 1), link::Direction::Sent, header, {}, payload);
            }
            done.store(true, std::memory_order_release);
        });
        ChunkTable chunks;
        quint32 taken = 0;
        quint32 wrong = 0;
        for (bool last = false; !last;) {
            last = done.load(std::memory_order_acquire);
            for (; CaptureRecord* record = ring.front(); ring.pop()) {
                if (record->chunk) {
                    chunks.add(std::move(record->chunk));
                }
                const char letter = static_cast<char>('a' + taken % 26);
                const QByteArray expected(static_cast<qsizetype>(1 + taken % 100), letter);
                wrong += chunks.view(record->body.payload) == expected ? 0 : 1;
                ++taken;
            }
        }
        producer.join();
        QCOMPARE(taken, total);
        QCOMPARE(wrong, quint32{0});
        QCOMPARE(chunks.count(), 1); // the others were let go on the way
    }
};

SIGNALBOX_TEST(CaptureWriterTest)
#include "capture_writer_test.moc"
