// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/frame_merge.h"

#include "tests/recording/capture_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::recording;
using signalbox::tests::CaptureBench;
using Progress = signalbox::recording::FrameMerge::Progress;

namespace {

QList<QByteArray> previews(CaptureBench& bench)
{
    QList<QByteArray> all;
    for (const link::FrameRow& row : bench.rows()) {
        all.append(row.kind == link::RowKind::Gap ? QByteArray("gap ") + QByteArray::number(row.gapRows)
                                                  : row.preview);
    }
    return all;
}

} // namespace

class FrameMergeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mergesThreeProducersInTheOrderOfTheClock()
    {
        CaptureBench bench(3);
        bench.receive(0, 10, 1, "a10");
        bench.receive(0, 40, 1, "a40");
        bench.receive(0, 41, 1, "a41");
        bench.receive(1, 20, 2, "b20");
        bench.receive(1, 30, 2, "b30");
        bench.receive(2, 5, 3, "c5");
        bench.receive(2, 30, 3, "c30");
        bench.receive(2, 99, 3, "c99");
        QCOMPARE(bench.drain(), Progress::CaughtUp);
        QCOMPARE(previews(bench), (QList<QByteArray>{"c5", "a10", "b20", "b30", "c30", "a40", "a41", "c99"}));
        for (quint64 number = 1; number <= 8; ++number) {
            QCOMPARE(bench.rows().at(number - 1).number, number);
        }
    }

    void holdsWhatIsYoungerThanTheWatermark()
    {
        CaptureBench bench(2);
        bench.receive(0, 10, 1, "a10");
        bench.receive(0, 20, 1, "a20");
        QCOMPARE(bench.drain(20), Progress::CaughtUp);
        QCOMPARE(previews(bench), (QList<QByteArray>{"a10"}));
        bench.receive(1, 15, 2, "b15"); // written late
        bench.drain(50);
        QCOMPARE(previews(bench), (QList<QByteArray>{"a10", "b15", "a20"}));
    }

    void doesNotWaitForAClockThatWasPutBack()
    {
        CaptureBench bench;
        bench.receive(0, 3'600'000'000, 1, "an hour ahead");
        bench.receive(0, 10, 1, "a10");
        bench.drain(20);
        QCOMPARE(previews(bench), (QList<QByteArray>{"an hour ahead", "a10"}));
    }

    void stopsAfterSomeRecordsAndGoesOn()
    {
        CaptureBench bench(2);
        for (int record = 0; record < 100; ++record) {
            bench.receive(static_cast<quint32>(record % 2), record, 1, "x");
        }
        QCOMPARE(bench.drain(1000, 60), Progress::MoreWaits);
        QCOMPARE(bench.kept.rows().size(), quint64{60});
        QCOMPARE(bench.drain(1000, 60), Progress::CaughtUp);
        QCOMPARE(bench.kept.rows().size(), quint64{100});
    }

    void countsALongListOfDeliveriesAsMuchWork()
    {
        CaptureBench bench;
        bench.receive(0, 1, 1, "x", MessageId(1));
        bench.deliver(0, 2, MessageId(1), tests::deliveriesTo(1, 3200));
        bench.receive(0, 3, 1, "y");
        QCOMPARE(bench.drain(10, 50), Progress::MoreWaits);
    }

    void makesTheMemoryOfAProducersNextChunk()
    {
        CaptureBench bench(2);
        bench.drain();
        QVERIFY(bench.rings[0]->spareMemory().take() == nullptr); // nothing was written yet
        bench.receive(0, 1, 1, "hello");
        bench.drain();
        QVERIFY(bench.rings[0]->spareMemory().take() != nullptr);
        QVERIFY(bench.rings[1]->spareMemory().take() == nullptr);
        bench.receive(0, 2, 1, "hello"); // in the same chunk
        bench.drain();
        QVERIFY(bench.rings[0]->spareMemory().take() == nullptr);
    }

    void putsAGapWhereRowsWereLost()
    {
        CaptureBench bench(2, 4);
        for (int record = 1; record <= 10; ++record) { // six find the ring full
            bench.receive(0, record * 10, 1, QByteArray::number(record));
        }
        bench.receive(1, 35, 2, "b35");
        bench.receive(1, 75, 2, "b75");
        bench.drain(75);
        bench.receive(0, 120, 1, "after");
        bench.drain();
        QCOMPARE(previews(bench), (QList<QByteArray>{"1", "2", "3", "b35", "4", "gap 6", "b75", "after"}));
        const link::FrameRow gap = bench.rows().at(5);
        QCOMPARE(gap.time, CaptureBench::at(50));
        QCOMPARE(gap.gapEnd, CaptureBench::at(100));
        QCOMPARE(gap.gapBytes, qint64{7}); // 5 6 7 8 9 10
        QCOMPARE(gap.number, quint64{6});
        QCOMPARE(bench.rows().at(6).number, quint64{12});
        const link::Ledger ledger = bench.kept.ledgerBefore(bench.kept.rows().end());
        QCOMPARE(ledger.captured, quint64{13});
        QCOMPARE(ledger.notKept, quint64{6});
    }

    void putsAGapBehindTheRowsOfTheSameTime()
    {
        CaptureBench bench(1, 2);
        for (int record = 1; record <= 5; ++record) {
            bench.receive(0, 7, 1, "x");
        }
        bench.drain();
        QCOMPARE(previews(bench), (QList<QByteArray>{"x", "x", "gap 3"}));
    }

    void reportsAGapThoughTheProducerHasFallenSilent()
    {
        CaptureBench bench(1, 2);
        for (int record = 1; record <= 5; ++record) {
            bench.receive(0, record, 1, "x");
        }
        bench.drain();
        QCOMPARE(previews(bench), (QList<QByteArray>{"x", "x", "gap 3"}));
    }

    void countsWhatWasQueuedAsSentOrDroppedWhenItIsSettled()
    {
        CaptureBench bench(2);
        const PayloadRef stored = bench.receive(0, 10, 1, "hi", MessageId(5));
        bench.deliver(0, 11, MessageId(5), tests::deliveriesTo(1, 3, DeliveryState::Queued), stored);
        bench.deliver(1, 12, MessageId(5), tests::deliveriesTo(10, 1), stored);
        bench.settle(0, 13, MessageId(5), tests::deliveriesTo(1, 1));
        bench.settle(0, 14, MessageId(5), tests::deliveriesTo(3, 1, DeliveryState::DroppedSlow));
        bench.drain();
        QCOMPARE(bench.rows().at(0).deliveries, (DeliveryCounts{4, 2, 1, 1}));
        const std::vector<Delivery> all = bench.maker.detail(1).deliveries;
        QCOMPARE(all, (std::vector<Delivery>{{ClientId(1), DeliveryState::Sent, 0},
                                             {ClientId(2), DeliveryState::Queued, 0},
                                             {ClientId(3), DeliveryState::DroppedSlow, 0},
                                             {ClientId(10), DeliveryState::Sent, 0}}));
    }

    void makesNoRowOfItsOwnForWhatIsSettled()
    {
        CaptureBench bench;
        bench.settle(0, 10, MessageId(5), tests::deliveriesTo(1, 1)); // its message was lost
        bench.drain();
        bench.drain();
        QCOMPARE(bench.rows().size(), size_t{0});
    }

    void countsNothingBelowNoneWhenTheFirstWordOfItWasLost()
    {
        CaptureBench bench;
        bench.receive(0, 10, 1, "hi", MessageId(5));
        bench.settle(0, 11, MessageId(5), tests::deliveriesTo(1, 2));
        bench.drain();
        QCOMPARE(bench.rows().at(0).deliveries, (DeliveryCounts{2, 2, 0, 0}));
        QCOMPARE(bench.maker.detail(1).deliveries.size(), size_t{2});
    }

    void joinsDeliveriesOfAllWorkersToTheirMessage()
    {
        CaptureBench bench(3);
        const PayloadRef stored = bench.receive(1, 10, 1, "hi", MessageId(5));
        bench.deliver(0, 11, MessageId(5), tests::deliveriesTo(1, 2), stored);
        bench.deliver(1, 12, MessageId(5), tests::deliveriesTo(10, 3, DeliveryState::Queued), stored);
        bench.drain();
        bench.deliver(2, 13, MessageId(5), tests::deliveriesTo(20, 1, DeliveryState::DroppedSlow), stored);
        bench.drain();
        QCOMPARE(bench.rows().size(), size_t{1});
        QCOMPARE(bench.rows().at(0).deliveries, (DeliveryCounts{6, 2, 3, 1}));
        const std::vector<Delivery> all = bench.maker.detail(1).deliveries;
        QCOMPARE(all.size(), size_t{6});
        QCOMPARE(all.front().client, ClientId(1));
        QCOMPARE(all.back(), (Delivery{ClientId(20), DeliveryState::DroppedSlow, 0}));
    }

    void waitsForAMessageWhoseRowComesLate()
    {
        CaptureBench bench(2);
        bench.deliver(1, 10, MessageId(5), tests::deliveriesTo(1, 2)); // the clock was put back in between
        bench.drain(20);
        QCOMPARE(bench.rows().size(), size_t{0});
        bench.receive(0, 5, 1, "hi", MessageId(5));
        bench.drain(30); // looks for it again, stores the row
        bench.drain(40);
        QVERIFY(!bench.rows().empty());
        qint64 joined = 0;
        for (const link::FrameRow& row : bench.rows()) {
            joined += row.deliveries.sent;
        }
        QCOMPARE(joined, 2);
    }

    void makesARowForDeliveriesOfAMessageThatWasNeverCaptured()
    {
        CaptureBench bench(2);
        const PayloadRef stored =
            bench.receive(0, 1, 1, "what was sent"); // the same bytes, without its message's id
        bench.deliver(0, 2, MessageId(5), tests::deliveriesTo(1, 2), stored);
        bench.deliver(1, 3, MessageId(5), tests::deliveriesTo(7, 1), stored);
        bench.drain();
        bench.drain();
        QCOMPARE(bench.rows().size(), size_t{2});
        const link::FrameRow row = bench.rows().at(1);
        QCOMPARE(row.direction, link::Direction::Sent);
        QCOMPARE(row.message, MessageId(5));
        QCOMPARE(row.deliveries.sent, 3);
        QCOMPARE(row.preview, QByteArray("what was sent"));
        QCOMPARE(bench.maker.detail(2).headerBytes, QByteArray("\x81\x0d"));
    }

    void dropsDeliveriesOfAMessageThatIsNotKeptAnyMore()
    {
        CaptureBench bench;
        bench.receive(0, 1, 1, "hi", MessageId(5));
        bench.drain();
        bench.kept.setBudget(0);
        bench.kept.setBudget(1'000'000'000);
        bench.deliver(0, 2, MessageId(5), tests::deliveriesTo(1, 2));
        bench.drain();
        bench.drain();
        QCOMPARE(bench.rows().size(), size_t{0});
        QCOMPARE(bench.kept.nextNumber(), quint64{2});
    }

    void knowsTheUserOfAClientUntilItCloses()
    {
        CaptureBench bench;
        CaptureWriter& writer = *bench.writers[0];
        writer.recordOpened(CaptureBench::at(1), {ClientId(1), UserName::trusted("ann"), {}, {}},
                            "GET / HTTP/1.1", "101");
        writer.recordClientKnown(CaptureBench::at(2), {ClientId(2), UserName::trusted("bob"), {}, {}});
        bench.receive(0, 3, 1, "a");
        bench.receive(0, 4, 2, "b");
        bench.receive(0, 5, 3, "c");
        writer.recordClosed(CaptureBench::at(6), ClientId(1), EndReason::PeerClosed, 1000, {});
        bench.receive(0, 7, 1, "a ghost");
        bench.drain();
        QList<QByteArray> users;
        for (const link::FrameRow& row : bench.rows()) { // ClientKnown makes no row
            users.append(row.user);
        }
        QCOMPARE(users, (QList<QByteArray>{"ann", "ann", "bob", "", "ann", ""}));
    }

    void holdsNoNameThatNobodyNeeds()
    {
        CaptureBench bench;
        bench.writers[0]->recordOpened(CaptureBench::at(1), {ClientId(1), UserName::trusted("ann"), {}, {}},
                                       {}, {});
        bench.writers[0]->recordOpened(CaptureBench::at(2), {ClientId(2), UserName::trusted("bob"), {}, {}},
                                       {}, {});
        bench.writers[0]->recordClosed(CaptureBench::at(3), ClientId(1), EndReason::PeerClosed, 1000, {});
        bench.drain();
        bench.kept.setBudget(0);
        QCOMPARE(bench.kept.names().count(), 1); // bob's client is open
        bench.merge->forgetClients();
        bench.writers[0]->setEnabled(false);
        bench.writers[0]->setEnabled(true);
        bench.writers[0]->beginIntroduction(CaptureBench::at(4)); // nobody is there any more
        bench.writers[0]->endIntroduction(CaptureBench::at(4));
        bench.receive(0, 5, 3, "a");
        bench.drain();
        QCOMPARE(bench.kept.names().count(), 0);
    }
};

SIGNALBOX_TEST(FrameMergeTest)
#include "frame_merge_test.moc"
