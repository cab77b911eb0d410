// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/queue_watch.h"

#include "server/broker/deliverer.h"
#include "server/broker/echo_dialect.h"
#include "server/recording/frame_merge.h"
#include "server/recording/row_maker.h"

#include "tests/broker/worker_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using tests::FakeStream;
using tests::WorkerBench;

/// What the frames list says of deliveries that had to wait: through the ring, to the row.
class QueueWatchTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench.emplace();
        m_dialect.emplace(m_bench->context);
        m_clients.emplace(m_bench->context);
        m_deliverer.emplace(m_bench->context, *m_clients);
        m_kept.emplace(qint64(64) * 1024 * 1024);
        m_rings = {&m_bench->ring};
        m_merge.emplace(m_rings, *m_kept);
        m_merge->forgetClients(); // capture begins
    }
    void cleanup()
    {
        m_merge.reset();
        m_kept.reset();
        m_deliverer.reset();
        m_clients.reset();
        m_dialect.reset();
        m_bench.reset();
    }

    void saysSentWhenTheSystemHasTakenWhatHadWaited()
    {
        FakeStream& ann = open("ann");
        open("bob");
        ann.room = 3;
        deliver("hello");
        QCOMPARE(counts(1), (DeliveryCounts{.recipients = 2, .sent = 1, .queued = 1}));
        ann.takeMore(frame("hello").size() - 4); // all but its last byte
        QCOMPARE(counts(1), (DeliveryCounts{.recipients = 2, .sent = 1, .queued = 1}));
        ann.takeMore(1);
        QCOMPARE(counts(1), (DeliveryCounts{.recipients = 2, .sent = 2}));
        const std::vector<Delivery> all = deliveries(1);
        QCOMPARE(all.size(), size_t(2));
        QCOMPARE(all.at(0), (Delivery{ClientId(1), DeliveryState::Sent, 0}));
    }

    void callsSentWhatLeftWholeThoughTheNextOneWaits()
    {
        FakeStream& ann = open("ann");
        ann.room = frame("a").size() + 1;
        deliver("a", EndOfTurn::No);
        deliver("b");
        QCOMPARE(counts(1), (DeliveryCounts{.recipients = 1, .sent = 1}));
        QCOMPARE(counts(2), (DeliveryCounts{.recipients = 1, .queued = 1}));
    }

    void tellsOnceForEachTurn()
    {
        FakeStream& ann = open("ann");
        FakeStream& bob = open("bob");
        ann.room = 0;
        bob.room = 0;
        deliver("a");
        deliver("b");
        QVERIFY(m_bench->takeRecords() > 0);
        ann.takeMore(1'000);
        bob.takeMore(1'000);
        QCOMPARE(m_bench->takeRecords(), 0);
        QCOMPARE(m_bench->toWorker<worker_task::ReportProgress>().size(), size_t(1));
        m_clients->queueWatch().report();
        QCOMPARE(m_bench->takeRecords(), 2); // one for each message, whoever got it
    }

    void saysDroppedWhenTheClientEndsBefore()
    {
        FakeStream& ann = open("ann");
        ann.room = 3;
        deliver("hello");
        ann.breakOff();
        QCOMPARE(counts(1), (DeliveryCounts{.recipients = 1, .dropped = 1}));
        QCOMPARE(deliveries(1).at(0).state, DeliveryState::DroppedClosing);
    }

    void keepsNothingWhileNobodyListens()
    {
        m_bench->capture.setEnabled(false);
        FakeStream& ann = open("ann");
        ann.room = 3;
        deliver("hello");
        QVERIFY(m_clients->find(ClientId(1))->queuedDeliveries().isEmpty());
        ann.takeMore(1'000);
        QVERIFY(m_bench->toWorker<worker_task::ReportProgress>().empty());
    }

private:
    enum class EndOfTurn { No, Yes };

    static QByteArray frame(const QByteArray& text)
    {
        return websocket::encodeFrame(websocket::Opcode::Text, text);
    }

    FakeStream& open(const QByteArray& user) { return m_bench->open(*m_clients, *m_dialect, user); }

    void deliver(const QByteArray& text, EndOfTurn endOfTurn = EndOfTurn::Yes)
    {
        RoutedMessage message;
        message.id = m_bench->dispatcher.nextMessage();
        message.frame = frame(text);
        message.header.payloadBytes = static_cast<quint64>(text.size());
        message.payload =
            m_bench->capture.recordPush(m_bench->clock.wallNow(), link::SenderKind::Http, message.id, text);
        m_deliverer->deliver(std::make_shared<const RoutedMessage>(std::move(message)));
        if (endOfTurn == EndOfTurn::Yes) {
            m_deliverer->finishTurn();
        }
    }

    /// The row of the message, after the worker's own task has run.
    link::FrameDetail detail(quint64 message)
    {
        m_bench->mailboxes.workers.front()->drain();
        m_clients->queueWatch().report();
        m_merge->drain(m_bench->clock.wallNow() + std::chrono::seconds(1), 1'000);
        recording::RowMaker maker(*m_kept);
        for (quint64 number = m_kept->firstKept(); number < m_kept->nextNumber(); ++number) {
            link::FrameDetail found = maker.detail(number);
            if (found.row.message == MessageId(message)) {
                return found;
            }
        }
        return {};
    }
    DeliveryCounts counts(quint64 message) { return detail(message).row.deliveries; }
    std::vector<Delivery> deliveries(quint64 message) { return detail(message).deliveries; }

    std::optional<WorkerBench> m_bench;
    std::optional<EchoDialect> m_dialect;
    std::optional<ClientTable> m_clients;
    std::optional<Deliverer> m_deliverer;
    std::vector<recording::CaptureRing*> m_rings;
    std::optional<recording::KeptFrames> m_kept;
    std::optional<recording::FrameMerge> m_merge;
};

SIGNALBOX_TEST(QueueWatchTest)
#include "queue_watch_test.moc"
