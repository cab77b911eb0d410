// SPDX-License-Identifier: GPL-3.0-or-later
// One worker in the test's own thread, its hub played by the test: how it drains, and in what order it sends.
#include "server/broker/worker.h"

#include "server/broker/message_intake.h"

#include "tests/broker/accepting_server.h"
#include "tests/broker/worker_bench.h"
#include "tests/support/raw_peer.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using namespace std::chrono_literals;
using tests::RawPeer;
using tests::WorkerBench;

class WorkerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench.emplace();
        m_worker.emplace(Worker::Surroundings{0, m_bench->settings, m_bench->clock, m_bench->mailboxes,
                                              m_bench->places, m_bench->lastClient, m_bench->lastMessage,
                                              m_bench->ring});
    }
    void cleanup()
    {
        m_worker.reset();
        m_bench.reset();
    }

    void drainsAtOnceWhenNobodyIsThere()
    {
        post(worker_task::Drain{5s});
        QCOMPARE(m_bench->toHub<hub_task::Drained>().size(), size_t(1));
    }

    void answersTheRequestsThatItHasTakenBeforeItIsDrained()
    {
        const auto peer = accepted();
        peer->request("GET", "/readyz");
        QTRY_COMPARE(m_bench->toHub<hub_task::AskStatus>().size(), size_t(1));
        const auto idle = accepted();
        post(worker_task::Drain{5s});
        QTRY_VERIFY(idle->isClosed());
        QVERIFY(m_bench->toHub<hub_task::Drained>().empty());
        post(worker_task::Status{m_bench->toHub<hub_task::AskStatus>()[0].ticket, {}});
        QTRY_COMPARE(peer->status(), 503);
        QVERIFY(peer->received().contains("Connection: close"));
        peer->socket().disconnectFromHost();
        QTRY_COMPARE(m_bench->toHub<hub_task::Drained>().size(), size_t(1));
        QCOMPARE(m_bench->toHub<hub_task::SocketReleased>().size(), size_t(2));
    }

    void waitsForNoAnswerLongerThanItMay()
    {
        const auto peer = accepted();
        peer->request("GET", "/readyz");
        QTRY_COMPARE(m_bench->toHub<hub_task::AskStatus>().size(), size_t(1));
        post(worker_task::Drain{5s});
        m_bench->clock.advance(5s);
        QTRY_COMPARE(m_bench->toHub<hub_task::Drained>().size(), size_t(1));
        QTRY_VERIFY(peer->isClosed());
    }

    void saysGoodbyeToAClientThatWasJustBeingBorn()
    {
        const auto peer = accepted();
        peer->handshake("/ws");
        // Between the front and the table: QWebSocketServer answers in a turn of the loop of its own.
        QTRY_VERIFY(m_bench->places.taken() == 1);
        post(worker_task::Drain{5s});
        QTRY_VERIFY(peer->received().endsWith("the broker is shutting down"));
        QVERIFY(m_bench->toHub<hub_task::Drained>().empty());
        peer->socket().abort();
        QTRY_COMPARE(m_bench->toHub<hub_task::Drained>().size(), size_t(1));
        QCOMPARE(m_bench->toHub<hub_task::ClientOpened>().size(), size_t(1));
        QCOMPARE(m_bench->toHub<hub_task::ClientEnded>().size(), size_t(1));
        QCOMPARE(m_bench->toHub<hub_task::ClientEnded>()[0].end.reason, EndReason::Shutdown);
    }

    /// All in one burst: messages wait for the end of a turn, what else is sent does not.
    void sendsInTheOrderInWhichItIsTold()
    {
        const auto peer = accepted();
        peer->handshake("/ws?userId=ann");
        QTRY_COMPARE(m_bench->toHub<hub_task::ClientOpened>().size(), size_t(1));
        const ClientId client = m_bench->toHub<hub_task::ClientOpened>()[0].client->client;
        auto& mailbox = *m_bench->mailboxes.workers.front();
        mailbox.post(worker_task::Deliver{message("first")});
        mailbox.post(worker_task::TellClient{client, Error{"webhook.refused", QStringLiteral("no")}});
        mailbox.post(worker_task::Deliver{message("second")});
        mailbox.post(worker_task::Act{{}, link::DisconnectClient{client, 1000, "bye"}});
        mailbox.post(worker_task::Deliver{message("third")});
        mailbox.drain();
        QTRY_VERIFY(peer->received().endsWith("bye"));
        const QByteArray received = peer->received();
        QVERIFY(received.indexOf("first") > 0);
        QVERIFY(received.indexOf("webhook.refused") > received.indexOf("first"));
        QVERIFY(received.indexOf("second") > received.indexOf("webhook.refused"));
        QVERIFY(received.indexOf("bye") > received.indexOf("second"));
        QVERIFY(!received.contains("third"));
        QCOMPARE(outcomeStates(), (QList<DeliveryState>{DeliveryState::Sent, DeliveryState::Sent,
                                                        DeliveryState::DroppedClosing}));
    }

private:
    RoutedMessagePointer message(const QByteArray& text)
    {
        MessageIntake intake(10);
        auto accepted = intake.accept(R"({"action":"say","message":")" + text +
                                      R"(","recipients":[{"type":"user","value":"ann"}]})");
        RoutedMessage message = std::move(accepted).value().message;
        message.id = MessageId(m_bench->lastMessage.fetch_add(1) + 1);
        message.answerTo = Originator{};
        message.detail = true;
        return std::make_shared<const RoutedMessage>(std::move(message));
    }

    QList<DeliveryState> outcomeStates()
    {
        QList<DeliveryState> states;
        for (const hub_task::Join& join : m_bench->toHub<hub_task::Join>()) {
            for (const Delivery& delivery : join.outcome.deliveries) {
                states += delivery.state;
            }
        }
        return states;
    }

    void post(WorkerTask task)
    {
        m_bench->mailboxes.workers.front()->post(std::move(task));
        m_bench->mailboxes.workers.front()->drain();
    }

    std::unique_ptr<RawPeer> accepted()
    {
        auto peer = std::make_unique<RawPeer>(m_server.serverPort());
        [&] { QTRY_VERIFY(m_server.hasOne()); }();
        post(worker_task::Accept{{m_server.take(), true}});
        return peer;
    }

    tests::AcceptingServer m_server;
    std::optional<WorkerBench> m_bench;
    std::optional<Worker> m_worker;
};

SIGNALBOX_TEST(WorkerTest)
#include "worker_test.moc"
