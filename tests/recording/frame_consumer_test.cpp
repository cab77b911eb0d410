// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/frame_consumer.h"

#include "tests/recording/capture_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <map>

using namespace signalbox;
using namespace signalbox::recording;
using signalbox::tests::CaptureBench;
using Progress = signalbox::recording::FrameConsumer::Progress;

namespace {

/// What a window does with batches: the rows it knows, and whether the ledger is right after each batch.
struct Window {
    std::map<quint64, link::FrameRow> rows;
    std::map<quint64, DeliveryCounts> ofMessage;
    std::vector<size_t> batchRows;
    link::Ledger ledger;
    int wrongLedgers = 0;

    ConsumerSink sink()
    {
        return {[this](link::FrameBatch batch) { take(batch); }, {}};
    }

    void take(const link::FrameBatch& batch)
    {
        for (const link::FrameRow& row : batch.rows) {
            if (!row.message.isNull()) {
                ofMessage[row.message.number()] = row.deliveries;
            }
            rows[row.number] = row;
        }
        for (const link::DeliveryUpdate& update : batch.deliveries) {
            for (const Delivery& delivery : update.deliveries) {
                DeliveryCounts& counts = ofMessage.at(update.message.number());
                update.settles ? counts.settle(delivery.state) : counts.add(delivery.state);
            }
        }
        rows.erase(rows.begin(), rows.lower_bound(batch.firstKept));
        const auto shown = std::count_if(rows.begin(), rows.end(), [](const auto& entry) {
            return entry.second.kind != link::RowKind::Gap;
        });
        wrongLedgers += batch.ledger.captured == static_cast<quint64>(shown) + batch.ledger.notKept ? 0 : 1;
        ledger = batch.ledger;
        batchRows.push_back(batch.rows.size());
    }
};

} // namespace

class FrameConsumerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void getsTheLedgerFirstAndThenNothingWhileNothingHappens()
    {
        CaptureBench bench;
        Window window;
        FrameConsumer consumer(window.sink(), 0, bench.kept);
        QCOMPARE(consumer.feed(bench.maker), Progress::CaughtUp);
        QCOMPARE(window.batchRows, (std::vector<size_t>{0}));
        QCOMPARE(window.ledger.budgetBytes, qint64{64 * 1024 * 1024});
        consumer.feed(bench.maker);
        consumer.feed(bench.maker);
        QCOMPARE(window.batchRows.size(), size_t{1});
    }

    void getsTheKeptRowsInBatchesOfFiveThousand()
    {
        CaptureBench bench(1, 16'384);
        for (int record = 0; record < 12'000; ++record) {
            bench.receive(0, record, 1, "x");
        }
        bench.drain();
        Window window;
        FrameConsumer consumer(window.sink(), 0, bench.kept);
        QCOMPARE(consumer.feed(bench.maker), Progress::MoreWaits);
        QCOMPARE(window.ledger.captured, quint64{5000}); // of what it has seen
        QCOMPARE(consumer.feed(bench.maker), Progress::MoreWaits);
        QCOMPARE(consumer.feed(bench.maker), Progress::CaughtUp);
        QCOMPARE(window.batchRows, (std::vector<size_t>{5000, 5000, 2000}));
        QCOMPARE(window.rows.size(), size_t{12'000});
        QCOMPARE(window.ledger.captured, quint64{12'000});
        QCOMPARE(window.wrongLedgers, 0);
    }

    void getsFewerRowsInABatchWhenTheirPayloadsAreLarge()
    {
        CaptureBench bench;
        for (int record = 0; record < 8; ++record) {
            bench.receive(0, record, 1, QByteArray(1'500'000, 'x'));
        }
        bench.drain();
        Window window;
        FrameConsumer consumer(window.sink(), 0, bench.kept);
        while (consumer.feed(bench.maker) == Progress::MoreWaits) {
        }
        QCOMPARE(window.batchRows, (std::vector<size_t>{3, 3, 2}));
    }

    void saysOfWhatItTellsAgainThatItIsSettled()
    {
        CaptureBench bench;
        Window window;
        FrameConsumer consumer(window.sink(), 0, bench.kept);
        bench.receive(0, 1, 1, "a", MessageId(1));
        bench.deliver(0, 2, MessageId(1), tests::deliveriesTo(1, 2, DeliveryState::Queued));
        bench.drain();
        consumer.feed(bench.maker);
        QCOMPARE(window.ofMessage.at(1), (DeliveryCounts{2, 0, 2, 0}));
        bench.settle(0, 3, MessageId(1), tests::deliveriesTo(2, 1));
        bench.drain();
        consumer.feed(bench.maker);
        QCOMPARE(window.ofMessage.at(1), (DeliveryCounts{2, 1, 1, 0}));
    }

    void countsEachDeliveryOnceWhetherItCameBeforeOrAfterTheRow()
    {
        CaptureBench bench;
        Window window;
        FrameConsumer consumer(window.sink(), 0, bench.kept);
        bench.receive(0, 1, 1, "a", MessageId(1));
        bench.deliver(0, 2, MessageId(1), tests::deliveriesTo(1, 2));
        bench.drain();
        consumer.feed(bench.maker); // with the row
        QCOMPARE(window.ofMessage.at(1), (DeliveryCounts{2, 2, 0, 0}));
        bench.deliver(0, 3, MessageId(1), tests::deliveriesTo(10, 3, DeliveryState::Queued));
        bench.receive(0, 4, 1, "b", MessageId(2));
        bench.deliver(0, 5, MessageId(2), tests::deliveriesTo(1, 1));
        bench.drain();
        consumer.feed(bench.maker); // one after, one with
        QCOMPARE(window.ofMessage.at(1), (DeliveryCounts{5, 2, 3, 0}));
        QCOMPARE(window.ofMessage.at(2), (DeliveryCounts{1, 1, 0, 0}));
        consumer.feed(bench.maker);
        QCOMPARE(window.batchRows.size(), size_t{2});
    }

    /// More deliveries than one batch takes: some of a row's are counted in the row, the rest follows.
    void countsEachDeliveryOnceWhenABatchCannotTakeThemAll()
    {
        CaptureBench bench(1, 1024, qint64{1} << 30);
        Window window;
        FrameConsumer consumer(window.sink(), 0, bench.kept);
        bench.receive(0, 1, 1, "a", MessageId(1));
        bench.drain();
        consumer.feed(bench.maker);
        for (int repeat = 0; repeat < 5; ++repeat) {
            bench.deliver(0, 2, MessageId(1), tests::deliveriesTo(1, 60'000));
        }
        bench.receive(0, 3, 1, "b", MessageId(2));
        bench.deliver(0, 4, MessageId(2), tests::deliveriesTo(1, 7));
        bench.drain();
        QCOMPARE(consumer.feed(bench.maker), Progress::MoreWaits);
        QCOMPARE(window.ofMessage.at(1).sent, 120'000);
        QCOMPARE(window.ofMessage.at(2).sent, 0);
        while (consumer.feed(bench.maker) == Progress::MoreWaits) {
        }
        QCOMPARE(window.ofMessage.at(1).sent, 300'000);
        QCOMPARE(window.ofMessage.at(2).sent, 7);
    }

    void getsNoMoreBatchesThanItConfirms()
    {
        CaptureBench bench(1, 65'536);
        for (int record = 0; record < 30'000; ++record) {
            bench.receive(0, record, 1, "x");
        }
        bench.drain();
        Window window;
        FrameConsumer consumer(window.sink(), 2, bench.kept);
        for (int tick = 0; tick < 10; ++tick) {
            consumer.feed(bench.maker);
        }
        QCOMPARE(window.batchRows.size(), size_t{2});
        consumer.confirm(1);
        consumer.feed(bench.maker);
        consumer.feed(bench.maker);
        QCOMPARE(window.batchRows.size(), size_t{3});
        consumer.confirm(100); // more than there were
        for (int tick = 0; tick < 10; ++tick) {
            consumer.feed(bench.maker);
        }
        QCOMPARE(window.batchRows.size(), size_t{5});
        QCOMPARE(window.rows.size(), size_t{25'000});
    }

    void learnsWhatItMissedWhileItWasBusy()
    {
        CaptureBench bench(1, 4096, 300'000, 4096);
        Window window;
        FrameConsumer consumer(window.sink(), 0, bench.kept);
        quint64 message = 0;
        for (int round = 0; round < 60; ++round) {
            for (int record = 0; record < 300; ++record) {
                ++message;
                bench.receive(0, round, 1, QByteArray(50, 'x'), MessageId(message));
                bench.deliver(0, round, MessageId(message), tests::deliveriesTo(1, 2));
            }
            if (round % 7 == 3) {
                bench.kept.appendGap({11, 99, CaptureBench::at(round), CaptureBench::at(round)});
            }
            bench.drain();
            if (round % 5 == 0) { // more is evicted than was handed on
                consumer.feed(bench.maker);
            }
        }
        consumer.feed(bench.maker);
        QCOMPARE(window.wrongLedgers, 0);
        QCOMPARE(window.ledger.captured, bench.kept.nextNumber() - 1);
        QVERIFY(window.ledger.notKept > 10'000);
        QCOMPARE(window.rows.begin()->first, bench.kept.firstKept());
        for (const auto& [number, row] : window.rows) {
            if (row.kind == link::RowKind::Frame) {
                QCOMPARE(window.ofMessage.at(row.message.number()).sent, 2);
            }
        }
    }

    void isToldOfASmallerBudget()
    {
        CaptureBench bench(1, 4096, 10'000'000, 4096);
        for (int record = 0; record < 1000; ++record) {
            bench.receive(0, record, 1, "x");
        }
        bench.drain();
        Window window;
        FrameConsumer consumer(window.sink(), 0, bench.kept);
        consumer.feed(bench.maker);
        bench.kept.setBudget(20'000);
        consumer.feed(bench.maker);
        QCOMPARE(window.batchRows, (std::vector<size_t>{1000, 0}));
        QCOMPARE(window.ledger.budgetBytes, qint64{20'000});
        QVERIFY(window.ledger.notKept > 0);
        QCOMPARE(window.wrongLedgers, 0);
    }

    void aRowPassesWhenMoreIsKnownOfIt()
    {
        CaptureBench bench;
        std::vector<link::FrameBatch> batches;
        FrameConsumer consumer({[&](link::FrameBatch batch) { batches.push_back(std::move(batch)); }, {}}, 0,
                               bench.kept);
        consumer.setFilter(5, *filter::compile(u"to.client == c4"), bench.maker);
        bench.receive(0, 1, 1, "x", MessageId(1));
        bench.receive(0, 2, 1, "x", MessageId(2));
        bench.drain();
        consumer.feed(bench.maker);
        QCOMPARE(batches.back().filter, quint64(5));
        QVERIFY(batches.back().passing.empty());
        QCOMPARE(consumer.nextNumber(), quint64(3));
        bench.deliver(0, 3, MessageId(1), tests::deliveriesTo(4, 1));
        bench.deliver(0, 3, MessageId(2), tests::deliveriesTo(5, 1));
        bench.drain();
        consumer.feed(bench.maker);
        QCOMPARE(batches.back().passing, std::vector<quint64>{1});
        QCOMPARE(batches.back().failing, std::vector<quint64>{2});
        QCOMPARE(batches.back().deliveries.size(), size_t(2));
    }

    void aRowThatIsWantedForItsDeliveriesWaitsForThem()
    {
        CaptureBench bench;
        std::vector<quint64> numbers;
        FrameConsumer consumer({[&](link::FrameBatch batch) {
                                    for (const link::FrameRow& row : batch.rows) {
                                        numbers.push_back(row.number);
                                    }
                                },
                                {}},
                               0, bench.kept);
        consumer.handOnOnly(*filter::compile(u"not to.client == c4"), bench.maker);
        bench.receive(0, 1, 1, "x", MessageId(1));
        bench.receive(0, 2, 1, "x", MessageId(2));
        bench.drain();
        QCOMPARE(consumer.feed(bench.maker), FrameConsumer::Progress::CaughtUp);
        QVERIFY(numbers.empty());
        bench.deliver(0, 3, MessageId(1), tests::deliveriesTo(4, 1));
        bench.deliver(0, 3, MessageId(2), tests::deliveriesTo(5, 1));
        bench.drain();
        consumer.feed(bench.maker);
        QCOMPARE(numbers, std::vector<quint64>{2});
    }

    void deliveriesOfRowsThatWereNotWantedAreNotTold()
    {
        CaptureBench bench;
        std::vector<link::FrameBatch> batches;
        FrameConsumer consumer({[&](link::FrameBatch batch) { batches.push_back(std::move(batch)); }, {}}, 0,
                               bench.kept);
        consumer.handOnOnly(*filter::compile(u"\"yes\""), bench.maker);
        bench.receive(0, 1, 1, "yes", MessageId(1));
        bench.receive(0, 2, 1, "no", MessageId(2));
        bench.drain();
        consumer.feed(bench.maker);
        QCOMPARE(batches.back().rows.size(), size_t(1));
        QCOMPARE(batches.back().ledger.captured, quint64(2));
        bench.deliver(0, 3, MessageId(1), tests::deliveriesTo(4, 1));
        bench.deliver(0, 3, MessageId(2), tests::deliveriesTo(5, 1));
        bench.drain();
        consumer.feed(bench.maker);
        QCOMPARE(batches.back().deliveries.size(), size_t(1));
        QCOMPARE(batches.back().deliveries[0].message, MessageId(1));
    }
};

SIGNALBOX_TEST(FrameConsumerTest)
#include "frame_consumer_test.moc"
