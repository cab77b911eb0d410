// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/confirmer.h"

#include "server/broker/deliverer.h"
#include "server/broker/echo_dialect.h"

#include "tests/broker/worker_bench.h"
#include "tests/support/test_registry.h"

#include <QtCore/QMetaEnum>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using namespace std::chrono_literals;
using link::DeliveryStage;
using tests::FakeStream;
using tests::WorkerBench;
using websocket::Opcode;

class ConfirmerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench.emplace();
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

    void sendsAPingBehindTheMessage()
    {
        FakeStream& ann = open("ann");
        deliver("hello", Confirm::Yes);
        m_deliverer->finishTurn();
        QCOMPARE(ann.written, frame("hello") + ping(1));
    }

    void sendsNothingBehindAMessageThatDoesNotAsk()
    {
        FakeStream& ann = open("ann");
        deliver("hello", Confirm::No);
        m_deliverer->finishTurn();
        QCOMPARE(ann.written, frame("hello"));
        QVERIFY(m_clients->find(ClientId(1))->confirmations() == nullptr); // not even memory
    }

    void sendsOnePingForAWholeTurn()
    {
        FakeStream& ann = open("ann");
        deliver("a", Confirm::Yes);
        deliver("b", Confirm::No);
        deliver("c", Confirm::Yes);
        m_deliverer->finishTurn();
        QCOMPARE(ann.written, frame("a") + frame("b") + frame("c") + ping(1));
        ann.receive(Opcode::Pong, pingPayload(1));
        QCOMPARE(told(), (QByteArrayList{"m1 c1 Confirmed 0", "m3 c1 Confirmed 0"}));
    }

    void saysWhenThePongIsHere()
    {
        FakeStream& ann = open("ann");
        deliver("hello", Confirm::Yes);
        m_deliverer->finishTurn();
        QVERIFY(told().isEmpty());
        m_bench->clock.advance(4ms);
        ann.receive(Opcode::Pong, pingPayload(1));
        QCOMPARE(told(), (QByteArrayList{"m1 c1 Confirmed 4000"}));
        ann.receive(Opcode::Pong, pingPayload(1));
        QVERIFY(told().isEmpty()); // once
    }

    void takesAPongToALaterPingForAllBefore()
    {
        FakeStream& ann = open("ann");
        deliver("a", Confirm::Yes);
        m_deliverer->finishTurn();
        deliver("b", Confirm::Yes);
        m_deliverer->finishTurn();
        ann.receive(Opcode::Pong, pingPayload(2));
        QCOMPARE(told(), (QByteArrayList{"m1 c1 Confirmed 0", "m2 c1 Confirmed 0"}));
    }

    void takesNoOtherPongForAConfirmation_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a ping that was never sent") << pingPayload(2);
        QTest::newRow("8 other bytes") << QByteArray("12345678");
        QTest::newRow("zero") << pingPayload(0);
    }

    void takesNoOtherPongForAConfirmation()
    {
        QFETCH(QByteArray, payload);
        FakeStream& ann = open("ann");
        deliver("hello", Confirm::Yes);
        m_deliverer->finishTurn();
        ann.receive(Opcode::Pong, payload);
        QVERIFY(told().isEmpty());
    }

    void saysWhenWhatHadWaitedIsTaken()
    {
        FakeStream& ann = open("ann");
        ann.room = 3;
        deliver("hello", Confirm::Yes);
        m_deliverer->finishTurn();
        m_bench->clock.advance(2ms);
        ann.takeMore(frame("hello").size() - 4); // all but its last byte
        QVERIFY(told().isEmpty());
        ann.takeMore(1);
        QCOMPARE(told(), (QByteArrayList{"m1 c1 Sent 2000"}));
        ann.takeMore(1'000);
        ann.receive(Opcode::Pong, pingPayload(1));
        QCOMPARE(told(), (QByteArrayList{"m1 c1 Confirmed 2000"}));
    }

    void saysOfEveryMessageThatIsLost()
    {
        FakeStream& ann = open("ann");
        FakeStream& bob = open("bob");
        deliver("a", Confirm::Yes);
        deliver("b", Confirm::Yes);
        m_deliverer->finishTurn();
        bob.receive(Opcode::Pong, pingPayload(1));
        ann.breakOff();
        QCOMPARE(told(),
                 (QByteArrayList{"m1 c2 Confirmed 0", "m1 c1 Lost 0", "m2 c2 Confirmed 0", "m2 c1 Lost 0"}));
    }

    void pingsBehindWhatHadToWaitForRoom()
    {
        FakeStream& ann = open("ann");
        constexpr quint64 limit = Confirmations::maxPings;
        for (quint64 number = 1; number <= limit + 2; ++number) {
            deliver("x", Confirm::Yes);
            m_deliverer->finishTurn();
        }
        ann.written.clear();
        ann.receive(Opcode::Pong, pingPayload(1));
        QCOMPARE(ann.written, ping(limit + 1));
        ann.receive(Opcode::Pong, pingPayload(limit + 1));
        QCOMPARE(told().size(), qsizetype(limit + 2));
    }

private:
    enum class Confirm { No, Yes };

    static QByteArray pingPayload(quint64 number) { return transport::KeepAlive::payloadOf(number); }
    static QByteArray ping(quint64 number)
    {
        return websocket::encodeFrame(Opcode::Ping, pingPayload(number));
    }
    static QByteArray frame(const QByteArray& text) { return websocket::encodeFrame(Opcode::Text, text); }

    FakeStream& open(const QByteArray& user) { return m_bench->open(*m_clients, *m_dialect, user); }

    void deliver(const QByteArray& text, Confirm confirm)
    {
        RoutedMessage message;
        message.id = m_bench->dispatcher.nextMessage();
        message.frame = frame(text);
        message.header.payloadBytes = static_cast<quint64>(text.size());
        message.confirm = confirm == Confirm::Yes;
        message.sentAt = m_bench->clock.steadyNow();
        m_deliverer->deliver(std::make_shared<const RoutedMessage>(std::move(message)));
    }

    /// What the hub has been told since the last call, as the worker's own task tells it: "m1 c1 Sent 2000".
    QByteArrayList told()
    {
        if (!m_bench->toWorker<worker_task::ReportProgress>().empty()) {
            m_bench->workerTasks.clear();
            m_clients->confirmer().report();
        }
        QByteArrayList lines;
        for (const auto& task : m_bench->toHub<hub_task::Progress>()) {
            for (const link::DeliveriesProgressed& progressed : task.progress) {
                for (const link::DeliveryProgress& one : progressed.progress) {
                    const auto stage =
                        QMetaEnum::fromType<DeliveryStage>().valueToKey(static_cast<int>(one.stage));
                    lines += progressed.message.text() + ' ' + one.client.text() + ' ' + stage + ' ' +
                             QByteArray::number(static_cast<qint64>(one.after.count()));
                }
            }
        }
        m_bench->hubTasks.clear();
        return lines;
    }

    std::optional<WorkerBench> m_bench;
    std::optional<EchoDialect> m_dialect;
    std::optional<ClientTable> m_clients;
    std::optional<Deliverer> m_deliverer;
};

SIGNALBOX_TEST(ConfirmerTest)
#include "confirmer_test.moc"
