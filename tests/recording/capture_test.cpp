// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/capture.h"

#include "server/recording/capture_writer.h"
#include "tests/support/manual_clock.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <thread>

using namespace signalbox;
using namespace signalbox::recording;
using namespace std::chrono_literals;

namespace {

/// What came out of capture, in the thread of the test.
struct Received {
    std::vector<link::FrameRow> rows;
    size_t batches = 0;
    link::Ledger ledger;
    std::vector<std::pair<link::CommandId, link::FrameDetail>> details;

    void take(const link::FrameBatch& batch)
    {
        rows.insert(rows.end(), batch.rows.begin(), batch.rows.end());
        ledger = batch.ledger;
        ++batches;
    }

    /// For a capture that runs in the thread of the test.
    ConsumerSink sink()
    {
        return {[this](link::FrameBatch batch) { take(batch); },
                [this](link::CommandId command, link::FrameDetail detail) {
                    details.emplace_back(command, std::move(detail));
                }};
    }
};

PayloadRef write(CaptureWriter& writer, WallTime time, QByteArrayView payload)
{
    websocket::FrameHeader header;
    header.payloadBytes = static_cast<quint64>(payload.size());
    return writer.recordFrame(time, ClientId(1), link::Direction::Received, header, {}, payload);
}

} // namespace

class CaptureTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<tests::ManualClock>();
        m_ring = std::make_unique<CaptureRing>(1024);
        m_writer = std::make_unique<CaptureWriter>(0, *m_ring);
        m_mailbox = std::make_unique<Mailbox<CaptureTask>>();
        m_wanted.clear();
        m_capture = std::make_unique<Capture>(*m_mailbox, std::vector<CaptureRing*>{m_ring.get()}, *m_clock,
                                              CaptureOptions{.onWanted = [this](bool wanted) {
                                                  m_wanted.append(wanted);
                                                  m_writer->setEnabled(wanted);
                                              }});
        m_capture->start();
    }

    void cleanup()
    {
        m_capture->stop();
        m_capture.reset();
        m_mailbox.reset();
    }

    void isWantedWhileSomebodyIsAttached()
    {
        Received window;
        Received tail;
        m_mailbox->post(AttachConsumer{1, window.sink()});
        m_mailbox->post(AttachConsumer{2, tail.sink()});
        m_mailbox->post(DetachConsumer{1});
        m_mailbox->post(DetachConsumer{77}); // nobody
        m_mailbox->drain();
        QCOMPARE(m_wanted, (QList<bool>{true}));
        QVERIFY(m_writer->isEnabled());
        m_mailbox->post(DetachConsumer{2});
        m_mailbox->post(DetachConsumer{2}); // twice
        m_mailbox->drain();
        QCOMPARE(m_wanted, (QList<bool>{true, false}));
        m_mailbox->post(AttachConsumer{1, window.sink()});
        m_mailbox->drain();
        QCOMPARE(m_wanted, (QList<bool>{true, false, true}));
    }

    void handsFramesToEveryConsumer()
    {
        Received window;
        Received tail;
        m_mailbox->post(AttachConsumer{1, window.sink()});
        m_mailbox->drain();
        write(*m_writer, m_clock->wallNow(), "one");
        m_clock->advance(1s);
        QTRY_COMPARE(window.rows.size(), size_t{1});
        m_mailbox->post(AttachConsumer{2, tail.sink()}); // gets what is kept
        m_mailbox->drain();
        write(*m_writer, m_clock->wallNow(), "two");
        m_clock->advance(1s);
        QTRY_COMPARE(window.rows.size(), size_t{2});
        m_clock->advance(1s);
        QTRY_COMPARE(tail.rows.size(), size_t{2});
        QCOMPARE(tail.rows[0].preview, QByteArray("one"));
        QCOMPARE(tail.rows[1].number, quint64{2});
        QCOMPARE(tail.ledger.captured, quint64{2});
    }

    void answersAFetchAtOnce()
    {
        Received window;
        m_mailbox->post(AttachConsumer{1, window.sink()});
        m_mailbox->drain();
        const QByteArray payload(500'000, 'p');
        write(*m_writer, m_clock->wallNow(), payload);
        m_clock->advance(1s);
        QTRY_COMPARE(window.rows.size(), size_t{1});
        m_mailbox->post(FetchFrame{1, 42, 1});
        m_mailbox->post(FetchFrame{1, 43, 2});
        m_mailbox->post(FetchFrame{9, 44, 1}); // nobody who could be answered
        m_mailbox->drain();
        QCOMPARE(window.details.size(), size_t{2});
        QCOMPARE(window.details[0].first, link::CommandId{42});
        QCOMPARE(window.details[0].second.payload, payload);
        QCOMPARE(window.details[1].first, link::CommandId{43});
        QVERIFY(!window.details[1].second.kept);
    }

    void tellsWhichRowsPassAFilter()
    {
        Received window;
        ConsumerSink sink = window.sink();
        std::vector<link::FramesFound> found;
        std::vector<std::pair<quint64, std::vector<quint64>>> passing;
        sink.batch = [&](const link::FrameBatch& batch) {
            window.take(batch);
            passing.emplace_back(batch.filter, batch.passing);
        };
        sink.found = [&](link::FramesFound what) { found.push_back(std::move(what)); };
        m_mailbox->post(AttachConsumer{1, sink});
        m_mailbox->drain();
        write(*m_writer, m_clock->wallNow(), "yes");
        write(*m_writer, m_clock->wallNow(), "no");
        m_clock->advance(1s);
        QTRY_COMPARE(window.rows.size(), size_t{2});
        QCOMPARE(passing.back().first, quint64{0});
        m_mailbox->post(FilterConsumer{1, 42, *filter::compile(u"\"yes\"")});
        m_mailbox->post(FilterConsumer{9, 43, *filter::compile(u"\"yes\"")}); // nobody
        m_mailbox->drain();
        QTRY_COMPARE(found.size(), size_t{1}); // what was handed on before is searched
        QCOMPARE(found[0].search, link::CommandId{42});
        QCOMPARE(found[0].numbers, std::vector<quint64>{1});
        QVERIFY(found[0].finished);
        write(*m_writer, m_clock->wallNow(), "no");
        write(*m_writer, m_clock->wallNow(), "yes");
        m_clock->advance(1s);
        QTRY_COMPARE(window.rows.size(), size_t{4});
        QCOMPARE(passing.back(), std::pair(quint64{42}, std::vector<quint64>{4}));
        m_mailbox->post(FilterConsumer{1, 45, {}});
        m_mailbox->drain();
        write(*m_writer, m_clock->wallNow(), "no");
        m_clock->advance(1s);
        QTRY_COMPARE(window.rows.size(), size_t{5});
        QCOMPARE(passing.back().first, quint64{0});
    }

    void handsOnFromTheFirstBatchWhatIsWishedFor()
    {
        Received window;
        m_mailbox->post(AttachConsumer{1, window.sink()});
        m_mailbox->drain();
        write(*m_writer, m_clock->wallNow(), "no");
        write(*m_writer, m_clock->wallNow(), "yes");
        m_clock->advance(1s);
        QTRY_COMPARE(window.rows.size(), size_t{2});
        Received other;
        m_mailbox->post(AttachConsumer{2, other.sink(), 0, {}, *filter::compile(u"\"yes\"")});
        m_mailbox->drain();
        write(*m_writer, m_clock->wallNow(), "no");
        write(*m_writer, m_clock->wallNow(), "yes");
        m_clock->advance(1s);
        QTRY_COMPARE(other.rows.size(), size_t{2});
        QCOMPARE(other.rows[0].number, quint64{2});
        QCOMPARE(other.rows[1].number, quint64{4});
    }

    void searchesForSomebodyWhoIsNoConsumer()
    {
        Received window;
        m_mailbox->post(AttachConsumer{1, window.sink()});
        m_mailbox->drain();
        write(*m_writer, m_clock->wallNow(), "one");
        m_clock->advance(1s);
        QTRY_COMPARE(window.rows.size(), size_t{1});
        m_mailbox->post(DetachConsumer{1});
        std::vector<link::FramesFound> found;
        const auto sink = [&found](link::FramesFound what) { found.push_back(std::move(what)); };
        m_mailbox->post(StartSearch{0, {7, *filter::compile(u"one"), 0, 10, true, sink}});
        m_mailbox->post(StartSearch{0, {8, *filter::compile(u"one"), 0, 10, true, sink}});
        m_mailbox->post(CancelSearch{8});
        m_mailbox->drain();
        QTRY_COMPARE(found.size(), size_t{1});
        QCOMPARE(found[0].search, link::CommandId{7});
        QCOMPARE(found[0].rows.size(), size_t{1});
    }

    void aSearchEndsWithItsConsumer()
    {
        Received window;
        bool isTold = false;
        m_mailbox->post(AttachConsumer{1, window.sink()});
        m_mailbox->post(StartSearch{1, {7, {}, 0, 10, true, [&](link::FramesFound) { isTold = true; }}});
        m_mailbox->post(DetachConsumer{1});
        m_mailbox->post(AttachConsumer{2, window.sink()});
        m_mailbox->drain();
        QTRY_VERIFY(window.batches > 0); // capture has gone on
        QVERIFY(!isTold);
    }

    void followsANewBudget()
    {
        Received window;
        m_mailbox->post(AttachConsumer{1, window.sink()});
        m_mailbox->post(SetBudget{3 * 1024 * 1024});
        m_mailbox->drain();
        for (int record = 0; record < 8; ++record) {
            write(*m_writer, m_clock->wallNow(), QByteArray(1'000'000, 'p'));
        }
        m_clock->advance(1s);
        QTRY_COMPARE(window.ledger.captured, quint64{8});
        QVERIFY(window.ledger.notKept >= 5);
        QVERIFY(window.ledger.keptBytes <= 3 * 1024 * 1024);
        QCOMPARE(window.ledger.budgetBytes, qint64{3 * 1024 * 1024});
    }

    void waitsForAConsumerThatConfirms()
    {
        Received window;
        m_mailbox->post(AttachConsumer{1, window.sink(), 1});
        m_mailbox->drain();
        QTRY_COMPARE(window.batches, size_t{1});
        write(*m_writer, m_clock->wallNow(), "one");
        m_clock->advance(1s);
        QTRY_COMPARE(m_capture->kept().nextNumber(), quint64{2});
        QCOMPARE(window.rows.size(), size_t{0});
        m_mailbox->post(ConfirmBatches{1, 1});
        m_clock->advance(1s);
        QTRY_COMPARE(window.rows.size(), size_t{1});
    }

    void emptiesTheRingsAfterTheLastConsumerLeft()
    {
        Received window;
        m_mailbox->post(AttachConsumer{1, window.sink()});
        m_mailbox->drain();
        write(*m_writer, m_clock->wallNow(), "one");
        m_mailbox->post(DetachConsumer{1});
        m_mailbox->drain();
        m_clock->advance(1s);
        QTRY_COMPARE(m_capture->kept().nextNumber(), quint64{2});
        QCOMPARE(m_ring->front(), nullptr);
        m_mailbox->post(AttachConsumer{2, window.sink()}); // what was kept stays kept
        QTRY_COMPARE(window.rows.size(), size_t{1});
    }

    void doesNothingAfterQuit()
    {
        Received window;
        m_mailbox->post(AttachConsumer{1, window.sink()});
        m_mailbox->post(Quit{});
        m_mailbox->post(FetchFrame{1, 1, 1});
        m_mailbox->post(AttachConsumer{2, window.sink()});
        m_mailbox->drain();
        QCOMPARE(window.batches, size_t{0});
        QCOMPARE(window.details.size(), size_t{0});
        QCOMPARE(m_wanted, (QList<bool>{true}));
    }

    /// The real thing: two producers and capture in threads of their own, the rows by mailbox in this one.
    /// Nothing is lost without a gap, and the numbers tell.
    void carriesFramesBetweenThreads()
    {
        constexpr int perProducer = 100'000;
        SystemClock clock;
        CaptureRing firstRing(4096);
        CaptureRing secondRing(4096);
        std::atomic<bool> wanted = false;
        Mailbox<CaptureTask> tasks;
        Mailbox<link::FrameBatch> batches;
        Received window;
        batches.setReader([&](std::vector<link::FrameBatch>&& burst) {
            for (const link::FrameBatch& batch : burst) {
                window.take(batch);
            }
        });
        Capture capture(tasks, {&firstRing, &secondRing}, clock, {.onWanted = [&](bool on) { wanted = on; }});
        std::atomic<bool> stopped = false; // a race detector does not see that wait() waits
        QThread thread;
        tasks.moveToThread(&thread);
        connect(
            &thread, &QThread::started, &thread, [&] { capture.start(); }, Qt::DirectConnection);
        connect(
            &thread, &QThread::finished, &thread,
            [&] {
                capture.stop();
                stopped.store(true, std::memory_order_release);
            },
            Qt::DirectConnection);
        thread.start();
        tasks.post(AttachConsumer{1, {[&](link::FrameBatch batch) { batches.post(std::move(batch)); }, {}}});
        QTRY_VERIFY(wanted);
        const auto produce = [&](quint32 producer, CaptureRing& ring) {
            CaptureWriter writer(producer, ring, 65'536);
            writer.setEnabled(true);
            for (int number = 0; number < perProducer; ++number) {
                write(writer, clock.wallNow(), QByteArray::number(number));
            }
        };
        std::thread first(produce, 0, std::ref(firstRing));
        std::thread second(produce, 1, std::ref(secondRing));
        first.join();
        second.join();
        QTRY_COMPARE_WITH_TIMEOUT(window.ledger.captured, quint64{2 * perProducer}, 30'000);
        tasks.post(Quit{});
        QVERIFY(thread.wait(10'000));
        QVERIFY(stopped.load(std::memory_order_acquire));
        quint64 frames = 0;
        quint64 gaps = 0;
        quint64 expected = 1;
        for (const link::FrameRow& row : window.rows) {
            QCOMPARE(row.number, expected);
            const bool isGap = row.kind == link::RowKind::Gap;
            expected += isGap ? row.gapRows : 1;
            frames += isGap ? 0 : 1;
            gaps += row.gapRows;
        }
        QCOMPARE(frames + gaps, quint64{2 * perProducer});
        QCOMPARE(window.ledger.notKept, gaps);
    }

private:
    std::unique_ptr<tests::ManualClock> m_clock;
    std::unique_ptr<CaptureRing> m_ring;
    std::unique_ptr<CaptureWriter> m_writer;
    std::unique_ptr<Mailbox<CaptureTask>> m_mailbox;
    std::unique_ptr<Capture> m_capture;
    QList<bool> m_wanted;
};

SIGNALBOX_TEST(CaptureTest)
#include "capture_test.moc"
