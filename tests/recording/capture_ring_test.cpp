// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/capture_ring.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <atomic>
#include <thread>

using namespace signalbox;
using namespace signalbox::recording;

namespace {

RecordBody recordOf(quint64 number)
{
    RecordBody body;
    body.client = ClientId(number);
    return body;
}

WallTime at(qint64 microseconds)
{
    return WallTime(std::chrono::microseconds(microseconds));
}

} // namespace

class CaptureRingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesRecordsBackInOrderWhileItGoesRound()
    {
        CaptureRing ring(4);
        quint64 next = 1;
        for (quint64 number = 1; number <= 100; ++number) {
            QVERIFY(ring.hasRoom());
            ring.push(recordOf(number));
            if (number % 3 == 0) {
                while (const CaptureRecord* record = ring.front()) {
                    QCOMPARE(record->body.client, ClientId(next++));
                    ring.pop();
                }
            }
        }
        QCOMPARE(next, quint64{100});
    }

    void showsAClaimedRecordWhenItIsPublished()
    {
        CaptureRing ring(2);
        ring.claim(nullptr).client = ClientId(7);
        QCOMPARE(ring.front(), nullptr);
        ring.publish();
        QVERIFY(ring.front() != nullptr);
        QCOMPARE(ring.front()->body.client, ClientId(7));
    }

    void claimsABlankRecordWhereAnotherWas()
    {
        CaptureRing ring(1);
        ring.push(recordOf(7));
        QVERIFY(ring.front() != nullptr);
        ring.pop();
        QVERIFY(ring.hasRoom());
        const RecordBody& body = ring.claim(nullptr);
        QCOMPARE(body.client, ClientId());
        ring.publish();
    }

    void isFullWithAllItsSlotsAndSaysSo()
    {
        CaptureRing ring(4);
        for (quint64 number = 1; number <= 4; ++number) {
            QVERIFY(ring.hasRoom());
            ring.push(recordOf(number));
        }
        QVERIFY(!ring.hasRoom());
        QCOMPARE(ring.front()->body.client, ClientId(1));
        ring.pop();
        QVERIFY(ring.hasRoom());
    }

    void addsUpWhatItLost()
    {
        CaptureRing ring(2);
        QVERIFY(!ring.takeLoss());
        ring.countLost(at(10), 100);
        ring.countLost(at(25), 50);
        const auto first = ring.takeLoss();
        QVERIFY(first.has_value());
        QCOMPARE(first->records, quint64{2});
        QCOMPARE(first->bytes, quint64{150});
        QCOMPARE(first->first, at(10));
        QCOMPARE(first->last, at(25));
        QVERIFY(!ring.takeLoss());

        ring.countLost(at(90), 7);
        const auto second = ring.takeLoss();
        QVERIFY(second.has_value());
        QCOMPARE(second->records, quint64{1});
        QCOMPARE(second->bytes, quint64{7});
        QCOMPARE(second->first, at(90)); // a new gap
        QCOMPARE(second->last, at(90));
    }

    void releasesTheChunkOfARecordThatNobodyTook()
    {
        auto chunk = std::make_shared<PayloadChunk>(chunkId(0, 1), 16);
        const std::weak_ptr<PayloadChunk> watched = chunk;
        {
            CaptureRing ring(2);
            ring.push(RecordBody{}, std::move(chunk));
            QVERIFY(!watched.expired());
        }
        QVERIFY(watched.expired());
    }

    /// Two threads, a ring that overflows all the time: what comes out is in order, and what came out and
    /// what was lost together are what went in.
    void losesNothingUncountedBetweenTwoThreads()
    {
        constexpr quint64 total = 500'000;
        CaptureRing ring(256);
        std::atomic<bool> done = false;
        std::thread producer([&] {
            for (quint64 number = 1; number <= total; ++number) {
                if (ring.hasRoom()) {
                    ring.push(recordOf(number));
                } else {
                    ring.countLost(at(static_cast<qint64>(number)), number);
                }
            }
            done.store(true, std::memory_order_release);
        });
        quint64 taken = 0;
        quint64 sum = 0;
        quint64 lost = 0;
        quint64 lostSum = 0;
        quint64 previous = 0;
        bool inOrder = true;
        bool gapsInOrder = true;
        WallTime lastGapEnd{};
        for (bool last = false; !last;) {
            last = done.load(std::memory_order_acquire); // one more round after the producer's end
            while (const CaptureRecord* record = ring.front()) {
                const quint64 number = record->body.client.number();
                inOrder = inOrder && number > previous;
                previous = number;
                sum += number;
                ++taken;
                ring.pop();
            }
            if (const auto loss = ring.takeLoss()) {
                lost += loss->records;
                lostSum += loss->bytes;
                gapsInOrder = gapsInOrder && loss->first >= lastGapEnd && loss->last >= loss->first;
                lastGapEnd = loss->last;
            }
        }
        producer.join();
        QVERIFY(inOrder);
        QVERIFY(gapsInOrder);
        QCOMPARE(taken + lost, total);
        QCOMPARE(sum + lostSum, total * (total + 1) / 2);
    }
};

SIGNALBOX_TEST(CaptureRingTest)
#include "capture_ring_test.moc"
