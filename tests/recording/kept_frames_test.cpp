// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/kept_frames.h"

#include "server/recording/delivery_list.h"
#include "tests/recording/capture_bench.h"
#include "tests/support/test_registry.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::recording;
using signalbox::tests::CaptureBench;

namespace {

/// captured = kept + not kept, with gap rows standing beside.
void verifyLedger(const KeptFrames& kept)
{
    quint64 rows = 0;
    for (quint64 position = kept.rows().begin(); position != kept.rows().end(); ++position) {
        rows += kept.rows().at(position).body.kind == RecordKind::Gap ? 0 : 1;
    }
    const link::Ledger ledger = kept.ledgerBefore(kept.rows().end());
    QCOMPARE(ledger.captured, rows + ledger.notKept);
    QCOMPARE(ledger.captured, kept.nextNumber() - 1);
    QVERIFY(ledger.keptBytes <= ledger.budgetBytes);
}

/// Resident memory of this process in bytes, 0 where the system does not say.
qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

} // namespace

class KeptFramesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersRowsFromOne()
    {
        KeptFrames kept(1'000'000);
        QCOMPARE(kept.firstKept(), quint64{1});
        QVERIFY(!kept.find(1));
        kept.append(RecordBody{}, 0);
        kept.append(RecordBody{}, 0);
        QCOMPARE(kept.firstKept(), quint64{1});
        QCOMPARE(kept.nextNumber(), quint64{3});
        QCOMPARE(kept.find(2), std::optional<quint64>(1));
        QVERIFY(!kept.find(3));
    }

    void givesLostRowsNumbersToo()
    {
        KeptFrames kept(1'000'000);
        kept.append(RecordBody{}, 0);
        kept.appendGap({312, 1'800'000, CaptureBench::at(1), CaptureBench::at(9)});
        kept.append(RecordBody{}, 0);
        QVERIFY(kept.find(2).has_value()); // the gap
        QVERIFY(!kept.find(3));            // one of the lost
        QCOMPARE(kept.find(314), std::optional<quint64>(2));
        QCOMPARE(kept.gap(2).records, quint64{312});
        const link::Ledger ledger = kept.ledgerBefore(kept.rows().end());
        QCOMPARE(ledger.captured, quint64{314});
        QCOMPARE(ledger.notKept, quint64{312});
        QCOMPARE(kept.ledgerBefore(1).captured, quint64{1});
        QCOMPARE(kept.ledgerBefore(1).notKept, quint64{0});
        QCOMPARE(kept.ledgerBefore(2).captured, quint64{313});
        QCOMPARE(kept.ledgerBefore(2).notKept, quint64{312});
    }

    void evictsTheOldestRowsForItsBudgetAndCountsThem()
    {
        CaptureBench bench(1, 1024, 200'000, 4096);
        const QByteArray payload(100, 'p');
        for (int round = 0; round < 100; ++round) {
            for (int repeat = 0; repeat < 100; ++repeat) {
                bench.receive(0, round, 1, payload,
                              MessageId(static_cast<quint64>(round * 100 + repeat + 1)));
            }
            if (round % 10 == 9) {
                bench.kept.appendGap({5, 500, CaptureBench::at(round), CaptureBench::at(round)});
            }
            bench.drain();
            verifyLedger(bench.kept);
        }
        const link::Ledger ledger = bench.kept.ledgerBefore(bench.kept.rows().end());
        QCOMPARE(ledger.captured, quint64{10'050});
        QVERIFY2(ledger.keptBytes > 150'000, "the budget is used");
        QCOMPARE(bench.kept.firstKept(), bench.kept.rows().front().number);
        QVERIFY(!bench.kept.find(bench.kept.firstKept() - 1));
        QCOMPARE(bench.kept.bytes(bench.kept.rows().front().body.payload), QByteArrayView(payload));
    }

    void followsANewBudgetAtOnce()
    {
        CaptureBench bench(1, 1024, 10'000'000, 4096);
        for (int repeat = 0; repeat < 1000; ++repeat) {
            bench.receive(0, repeat, 1, QByteArray(100, 'p'));
        }
        bench.drain();
        QCOMPARE(bench.kept.firstKept(), quint64{1});
        bench.kept.setBudget(50'000);
        verifyLedger(bench.kept);
        QVERIFY(bench.kept.firstKept() > 500);
        bench.kept.setBudget(0); // only the chunk that is being filled is left
        QVERIFY(bench.kept.rows().isEmpty());
        QCOMPARE(bench.kept.firstKept(), quint64{1001});
        QCOMPARE(bench.kept.keptBytes(), qint64{4096});
    }

    void forgetsDeliveriesWithTheirRow()
    {
        CaptureBench bench(1, 1024, 20'000, 1024);
        for (quint64 message = 1; message <= 300; ++message) {
            bench.receive(0, static_cast<qint64>(message), 1, QByteArray(50, 'p'), MessageId(message));
            bench.deliver(0, static_cast<qint64>(message), MessageId(message), tests::deliveriesTo(1, 5));
        }
        bench.drain();
        verifyLedger(bench.kept);
        QVERIFY(bench.kept.firstKept() > 200);
        QCOMPARE(bench.kept.deliveries().size(), bench.kept.rows().size());
        for (const link::FrameRow& row : bench.rows()) {
            QCOMPARE(row.deliveries.sent, 5);
        }
    }

    void saysWhyDeliveriesFindNoRow()
    {
        CaptureBench bench(1, 1024, 1'000'000, 1024);
        bench.receive(0, 1, 1, "a", MessageId(7));
        bench.drain();
        RecordBody outcome;
        outcome.kind = RecordKind::Deliveries;
        outcome.message = MessageId(7);
        QCOMPARE(bench.kept.joinDeliveries(outcome), KeptFrames::JoinOutcome::Joined);
        outcome.message = MessageId(8);
        QCOMPARE(bench.kept.joinDeliveries(outcome), KeptFrames::JoinOutcome::RowUnknown);
        bench.kept.setBudget(0);
        outcome.message = MessageId(7);
        QCOMPARE(bench.kept.joinDeliveries(outcome), KeptFrames::JoinOutcome::RowEvicted);
    }

    void countsOnlyTheDeliveriesBelowAPosition()
    {
        CaptureBench bench(2);
        bench.receive(0, 1, 1, "a", MessageId(1));
        bench.deliver(0, 2, MessageId(1), tests::deliveriesTo(1, 3));
        bench.deliver(1, 3, MessageId(1), tests::deliveriesTo(10, 4, DeliveryState::Queued));
        bench.drain();
        const KeptRow& row = bench.kept.rows().front();
        QCOMPARE(bench.kept.counts(row, 0), DeliveryCounts{});
        QCOMPARE(bench.kept.counts(row, 1), (DeliveryCounts{3, 3, 0, 0}));
        QCOMPARE(bench.kept.counts(row, 2), (DeliveryCounts{7, 3, 4, 0}));
    }

    /// Prints what a million rows cost; fails when a row costs more than is promised.
    void keepsAMillionRowsOfBoundedSize()
    {
        constexpr quint64 total = 1'000'000;
        const qint64 before = residentBytes();
        CaptureBench bench(1, 65'536, qint64{1} << 40);
        const QByteArray payload(128, 'p');
        for (quint64 number = 1; number <= total; ++number) {
            bench.receive(0, static_cast<qint64>(number), 1, payload, MessageId(number));
            if (number % 32'768 == 0) {
                bench.drain(static_cast<qint64>(total + 1));
            }
        }
        bench.drain(static_cast<qint64>(total + 1));
        QCOMPARE(bench.kept.rows().size(), total);
        const qint64 counted = bench.kept.keptBytes();
        const qint64 resident = residentBytes() - before;
        qInfo("1,000,000 rows with 128 B each: %lld MiB counted, %lld MiB resident, ring included",
              counted >> 20, resident >> 20);
        QVERIFY(counted <= qint64{total} * (128 + 128 + 8 + 2));
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // their own memory is in the figure
        QVERIFY2(resident < counted + counted / 5, "the budget counts what is really used");
#endif
        QCOMPARE(bench.maker.detail(777'777).payload, payload);
        bench.kept.setBudget(counted / 2);
        verifyLedger(bench.kept);
        QVERIFY(bench.kept.rows().size() > total / 2 - total / 50);
    }
};

SIGNALBOX_TEST(KeptFramesTest)
#include "kept_frames_test.moc"
