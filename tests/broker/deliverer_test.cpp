// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/deliverer.h"

#include "server/broker/echo_dialect.h"
#include "server/broker/message_intake.h"

#include "tests/broker/worker_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using tests::FakeStream;
using tests::WorkerBench;

namespace {

/// Encodes every message as the same word, and counts how often it was asked.
class CountingDialect final : public Dialect {
public:
    [[nodiscard]] QByteArray name() const override { return "counting"; }
    [[nodiscard]] bool encodesAnew() const override { return true; }
    [[nodiscard]] std::optional<EncodedMessage> encode(const RoutedMessage& /*message*/) const override
    {
        ++encoded;
        if (asItIs) {
            return std::nullopt;
        }
        EncodedMessage message;
        message.frame = websocket::encodeFrame(websocket::Opcode::Text, "anew");
        message.header.payloadBytes = 4;
        return message;
    }
    void messageReceived(Session& /*session*/, const websocket::AssembledMessage& /*message*/,
                         const websocket::DecodedFrame& /*lastFrame*/) override
    {
    }

    mutable int encoded = 0;
    bool asItIs = false;
};

} // namespace

class DelivererTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench.emplace(settings());
        m_dialect.emplace(m_bench->context);
        m_clients.emplace(m_bench->context);
        m_deliverer.emplace(m_bench->context, *m_clients);
    }
    void cleanup()
    {
        m_deliverer.reset();
        m_clients.reset();
        m_dialect.reset();
        m_bench.reset();
    }

    void deliversToThoseReachedAndToNobodyElse()
    {
        FakeStream& ann = open("ann", "red");
        FakeStream& bob = open("bob", "blue");
        FakeStream& cat = open("cat");
        deliver("1", R"([{"type":"group","value":"red"},{"type":"user","value":"cat"}])");
        QVERIFY(ann.written.isEmpty()); // all of a turn leaves at its end
        m_deliverer->finishTurn();
        QVERIFY(!ann.written.isEmpty());
        QCOMPARE(cat.written, ann.written);
        QVERIFY(bob.written.isEmpty());
        const auto outcomes = m_bench->toHub<hub_task::Join>();
        QCOMPARE(outcomes.size(), size_t(1));
        QCOMPARE(outcomes[0].outcome.counts, (DeliveryCounts{.recipients = 2, .sent = 2}));
        QCOMPARE(m_bench->counters.deliveries, quint64(2));
    }

    void writesOnceToEachClientWhateverItGetsInATurn()
    {
        FakeStream& ann = open("ann", "red");
        FakeStream& bob = open("bob", "red");
        FakeStream& cat = open("cat");
        deliver("1", R"([{"type":"group","value":"red"}])");
        deliver("2", R"([{"type":"user","value":"bob"}])");
        deliver("3", R"([{"type":"group","value":"red"},{"type":"user","value":"cat"}])");
        m_deliverer->finishTurn();
        QCOMPARE(numbersIn(ann.written), "13");
        QCOMPARE(numbersIn(bob.written), "123");
        QCOMPARE(numbersIn(cat.written), "3");
        QCOMPARE(ann.writes, 1);
        QCOMPARE(bob.writes, 1);
        QCOMPARE(cat.writes, 1);
        m_deliverer->finishTurn(); // and nothing twice
        QCOMPARE(bob.writes, 1);
        deliver("4", R"([{"type":"user","value":"bob"}])");
        m_deliverer->finishTurn();
        QCOMPARE(numbersIn(bob.written), "1234");
        QCOMPARE(numbersIn(ann.written), "13");
    }

    void goesOnWithTheOthersWhenAClientEndsInTheMidstOfATurn()
    {
        FakeStream& ann = open("ann");
        FakeStream& bob = open("bob");
        ann.room = 0;
        deliver(QByteArray(queueLimit * 3 / 5, 'x'));
        m_deliverer->finishTurn();
        deliver(QByteArray(queueLimit * 3 / 5, 'y')); // ann is found slow
        deliver("1");
        m_deliverer->finishTurn();
        QVERIFY(!m_clients->find(ClientId(1))->connection().isOpen());
        QVERIFY(m_clients->find(ClientId(2))->connection().isOpen());
        QCOMPARE(numbersIn(bob.written), "1");
        QCOMPARE(m_bench->toHub<hub_task::Join>().at(2).outcome.counts,
                 (DeliveryCounts{.recipients = 2, .sent = 1, .dropped = 1}));
    }

    void saysQueuedWhenARestWaits()
    {
        FakeStream& ann = open("ann");
        ann.room = 10;
        deliver("1");
        m_deliverer->finishTurn();
        const Outcome outcome = m_bench->toHub<hub_task::Join>().at(0).outcome;
        QCOMPARE(outcome.counts, (DeliveryCounts{.recipients = 1, .queued = 1}));
        QCOMPARE(outcome.deliveries.at(0).state, DeliveryState::Queued);
        QVERIFY(outcome.deliveries.at(0).queuedBytes > 0);
    }

    void closesNobodyWhoReadsForABurstOfLargeMessages()
    {
        FakeStream& ann = open("ann");
        constexpr int messages = 30;
        for (int i = 0; i < messages; ++i) {
            deliver(QByteArray(queueLimit * 2 / 5, 'x')); // three do not fit into the queue together
        }
        m_deliverer->finishTurn();
        QVERIFY(m_clients->find(ClientId(1))->connection().isOpen());
        QVERIFY(ann.written.size() > messages * queueLimit * 2 / 5);
        QCOMPARE(m_bench->counters.deliveries, quint64(messages));
        QCOMPARE(m_bench->counters.deliveriesDropped, quint64(0));
    }

    void callsDroppedWhatWasQueuedAndThenLost()
    {
        FakeStream& ann = open("ann");
        ann.room = 100; // it stopped reading
        deliver(QByteArray(queueLimit * 3 / 5, 'x'));
        m_deliverer->finishTurn();
        for (int i = 0; i < 3; ++i) { // the first still fits, the second does not
            deliver(QByteArray(queueLimit / 5, 'x'));
        }
        m_deliverer->finishTurn();
        QVERIFY(!m_clients->find(ClientId(1))->connection().isOpen());
        const auto joins = m_bench->toHub<hub_task::Join>();
        QCOMPARE(joins.size(), size_t(4));
        QCOMPARE(joins[0].outcome.counts, (DeliveryCounts{.recipients = 1, .queued = 1}));
        for (size_t i = 1; i < joins.size(); ++i) {
            QCOMPARE(joins[i].outcome.counts, (DeliveryCounts{.recipients = 1, .dropped = 1}));
        }
        QCOMPARE(m_bench->counters.deliveries, quint64(1));
    }

    void saysClosingOfAClientThatIsBeingClosed()
    {
        open("ann");
        m_clients->find(ClientId(1))->connection().close(1000, {}, EndReason::DisconnectedByOperator);
        deliver("1");
        m_deliverer->finishTurn();
        const Outcome outcome = m_bench->toHub<hub_task::Join>().at(0).outcome;
        QCOMPARE(outcome.deliveries.at(0).state, DeliveryState::DroppedClosing);
        QCOMPARE(m_bench->counters.deliveriesDropped, quint64(1));
    }

    void encodesOnceForEachDialectAndOnlyWhenItIsReached()
    {
        CountingDialect raw;
        FakeStream& ann = open("ann", "red");
        FakeStream& bob = m_bench->open(*m_clients, raw, "bob", "blue");
        FakeStream& cat = m_bench->open(*m_clients, raw, "cat", "blue");
        deliver("1", R"([{"type":"group","value":"red"}])");
        m_deliverer->finishTurn();
        QCOMPARE(raw.encoded, 0);
        QVERIFY(!ann.written.isEmpty());
        ann.written.clear();
        deliver("1", R"([{"type":"all"}])");
        deliver("2", R"([{"type":"group","value":"blue"}])");
        m_deliverer->finishTurn();
        QCOMPARE(raw.encoded, 2);
        const QByteArray frame = websocket::encodeFrame(websocket::Opcode::Text, "anew");
        QCOMPARE(bob.written, frame + frame);
        QCOMPARE(cat.written, frame + frame);
        QVERIFY(ann.written.contains(R"("message":"1")"));
        QCOMPARE(m_bench->toHub<hub_task::Join>().at(1).outcome.counts,
                 (DeliveryCounts{.recipients = 3, .sent = 3}));
    }

    void recordsWhatLeftInEachForm()
    {
        CountingDialect raw;
        open("ann");
        m_bench->open(*m_clients, raw, "bob");
        std::ignore = m_bench->takeRecords();
        deliver("1");
        m_deliverer->finishTurn();
        QCOMPARE(m_bench->ring.front()->body.kind, recording::RecordKind::Deliveries);
        QVERIFY(!m_bench->ring.front()->body.encodedAnew);
        m_bench->ring.pop();
        QCOMPARE(m_bench->ring.front()->body.kind, recording::RecordKind::Deliveries);
        QVERIFY(m_bench->ring.front()->body.encodedAnew);
        QCOMPARE(m_bench->ring.front()->body.header.payloadBytes, quint64(4));
        QCOMPARE(m_bench->takeRecords(), 1);
    }

    void sendsAMessageAsItIsWhereADialectSaysSo()
    {
        CountingDialect raw;
        raw.asItIs = true;
        FakeStream& ann = open("ann");
        FakeStream& bob = m_bench->open(*m_clients, raw, "bob");
        std::ignore = m_bench->takeRecords();
        deliver("1");
        m_deliverer->finishTurn();
        QCOMPARE(bob.written, ann.written);
        QCOMPARE(m_bench->takeRecords(), 1);
    }

    void reportsToNobodyWhenNobodyAsked()
    {
        open("ann");
        auto message = make("1", {});
        message.answerTo.reset();
        m_deliverer->deliver(std::make_shared<const RoutedMessage>(std::move(message)));
        m_deliverer->finishTurn();
        QVERIFY(m_bench->toHub<hub_task::Join>().empty());
        QVERIFY(m_bench->toWorker<worker_task::Join>().empty());
    }

    void reportsToTheWorkerThatAsked()
    {
        open("ann");
        auto message = make("1", {});
        message.answerTo = Originator{0};
        message.detail = false;
        m_deliverer->deliver(std::make_shared<const RoutedMessage>(std::move(message)));
        m_deliverer->finishTurn();
        const auto joins = m_bench->toWorker<worker_task::Join>();
        QCOMPARE(joins.size(), size_t(1));
        QCOMPARE(joins[0].outcome.counts.sent, 1);
        QVERIFY(joins[0].outcome.deliveries.empty());
    }

private:
    static constexpr qsizetype queueLimit = 100'000;

    static Settings settings()
    {
        Settings settings;
        settings.limits.maxQueueBytes = queueLimit;
        return settings;
    }

    FakeStream& open(const QByteArray& user, const QByteArray& group = {})
    {
        return m_bench->open(*m_clients, *m_dialect, user, group);
    }

    RoutedMessage make(const QByteArray& text, const QByteArray& recipients)
    {
        MessageIntake intake(10);
        auto accepted = intake.accept(R"({"action":"say","message":")" + text + R"(","recipients":)" +
                                      (recipients.isEmpty() ? "[]" : recipients) + '}');
        Q_ASSERT(accepted);
        RoutedMessage message = std::move(accepted).value().message;
        message.id = m_bench->dispatcher.nextMessage();
        message.answerTo = Originator{};
        message.detail = true;
        return message;
    }

    void deliver(const QByteArray& text, const QByteArray& recipients = {})
    {
        m_deliverer->deliver(std::make_shared<const RoutedMessage>(make(text, recipients)));
    }

    /// The texts of one digit, in the order written.
    static QByteArray numbersIn(QByteArrayView written)
    {
        QByteArray numbers;
        constexpr QByteArrayView before = "\"message\":\"";
        for (qsizetype at = written.indexOf(before); at >= 0; at = written.indexOf(before, at + 1)) {
            const QByteArrayView text = written.sliced(at + before.size());
            if (text.size() > 1 && text.sliced(1).startsWith("\"")) {
                numbers += text.front();
            }
        }
        return numbers;
    }

    std::optional<WorkerBench> m_bench;
    std::optional<EchoDialect> m_dialect;
    std::optional<ClientTable> m_clients;
    std::optional<Deliverer> m_deliverer;
};

SIGNALBOX_TEST(DelivererTest)
#include "deliverer_test.moc"
