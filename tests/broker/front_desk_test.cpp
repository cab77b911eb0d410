// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/front_desk.h"

#include "server/broker/echo_dialect.h"
#include "server/broker/envelope_dialect.h"
#include "server/broker/raw_dialect.h"
#include "server/broker/scripted_dialect.h"
#include "server/broker/service_dialect.h"
#include "server/broker/xsockets_dialect.h"

#include "tests/broker/accepting_server.h"
#include "tests/broker/worker_bench.h"
#include "tests/support/raw_peer.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;
using tests::RawPeer;
using tests::WorkerBench;

class FrontDeskTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench.emplace();
        m_intake.emplace(10);
        m_envelope.emplace(m_bench->context, *m_intake);
        m_echo.emplace(m_bench->context);
        m_raw.emplace(m_bench->context);
        m_service.emplace(m_bench->context);
        m_clients.emplace(m_bench->context);
        m_questions.emplace(m_bench->context);
        m_delivery.emplace(m_bench->context, *m_clients);
        m_subscriptions.emplace(m_bench->context, *m_clients, *m_questions, *m_delivery);
        m_controllers.emplace(m_bench->context);
        m_xsockets.emplace(m_bench->context, *m_clients, *m_questions, *m_delivery, *m_subscriptions,
                           *m_controllers);
        m_frames.emplace(m_bench->context, *m_clients);
        m_scripted.emplace(m_bench->context, *m_clients, *m_xsockets, *m_frames);
        m_desk.emplace(m_bench->context, *m_clients, *m_intake,
                       FrontDesk::Dialects{*m_envelope, *m_echo, *m_raw, *m_service, *m_xsockets, *m_scripted,
                                           *m_questions});
    }
    void cleanup()
    {
        m_desk.reset();
        m_scripted.reset();
        m_xsockets.reset();
        m_clients.reset();
        m_service.reset();
        m_raw.reset();
        m_echo.reset();
        m_envelope.reset();
        m_intake.reset();
        m_bench.reset();
    }

    void makesAClientOfAHandshake()
    {
        const auto peer = accepted();
        peer->handshake("/chat/__initializeSocket.wc?userId=ann&groupId=red&tags=a,b");
        QTRY_COMPARE(peer->status(), 101);
        const auto opened = m_bench->toHub<hub_task::ClientOpened>();
        QCOMPARE(opened.size(), size_t(1));
        QCOMPARE(opened[0].client->user.bytes(), QByteArray("ann"));
        QCOMPARE(opened[0].client->tags.size(), 2);
        QCOMPARE(opened[0].client->dialect, QByteArray("envelope"));
        QVERIFY(m_bench->toHub<hub_task::SocketReleased>().empty());
    }

    void choosesTheDialectByThePath()
    {
        const auto peer = accepted();
        peer->handshake("/echo");
        QTRY_COMPARE(m_bench->toHub<hub_task::ClientOpened>().size(), size_t(1));
        QCOMPARE(m_bench->toHub<hub_task::ClientOpened>()[0].client->dialect, QByteArray("echo"));
    }

    void answersTheRequestBeforeAHandshakeFirst()
    {
        const auto peer = accepted();
        peer->request("GET", "/healthz");
        peer->handshake("/ws"); // in the same segment
        QTRY_COMPARE(m_bench->toHub<hub_task::ClientOpened>().size(), size_t(1));
        QTRY_VERIFY(peer->received().contains("HTTP/1.1 101 "));
        QVERIFY2(peer->received().startsWith("HTTP/1.1 200 "), peer->received());
        QVERIFY(peer->received().endsWith("\r\n\r\n"));
    }

    void takesConnectionsAfterOthersHaveEnded()
    {
        for (int i = 0; i < 3; ++i) { // without a tick between
            const auto peer = accepted();
            peer->handshake("/ws");
            QTRY_COMPARE(peer->status(), 101);
            const auto idle = accepted();
            idle->socket().abort();
            QTRY_COMPARE(m_bench->toHub<hub_task::SocketReleased>().size(), size_t(i + 1));
        }
        QCOMPARE(m_bench->toHub<hub_task::ClientOpened>().size(), size_t(3));
    }

    void releasesTheSocketOfARefusedHandshakeOnce()
    {
        const auto peer = accepted();
        peer->handshake("/ws?userId=%01");
        QTRY_COMPARE(peer->status(), 400);
        QVERIFY(peer->received().contains("user.name_"));
        QCOMPARE(m_bench->counters.handshakesRefused, quint64(1));
        QVERIFY(m_bench->toHub<hub_task::SocketReleased>().empty()); // it may still ask for something else
        peer->socket().abort();
        QTRY_COMPARE(m_bench->toHub<hub_task::SocketReleased>().size(), size_t(1));
        m_desk->tick(m_bench->clock.steadyNow());
        m_desk->closeAll();
        QCOMPARE(m_bench->toHub<hub_task::SocketReleased>().size(), size_t(1));
    }

    void releasesAnIdleSocketInTime()
    {
        const auto peer = accepted();
        m_bench->clock.advance(m_bench->settings.limits.handshakeTimeout);
        m_desk->tick(m_bench->clock.steadyNow());
        QCOMPARE(m_bench->toHub<hub_task::SocketReleased>().size(), size_t(1));
        QTRY_VERIFY(peer->isClosed());
    }

    void givesALateAnswerToNobodyElse()
    {
        auto gone = accepted();
        gone->request("GET", "/readyz");
        QTRY_COMPARE(m_bench->toHub<hub_task::AskStatus>().size(), size_t(1));
        gone.reset(); // it does not wait for the answer
        QTRY_COMPARE(m_bench->toHub<hub_task::SocketReleased>().size(), size_t(1));
        m_desk->tick(m_bench->clock.steadyNow());
        std::vector<std::unique_ptr<RawPeer>> others; // one of them at the memory of the one that is gone
        for (int i = 0; i < 20; ++i) {
            others.push_back(accepted());
        }
        m_desk->endpoints().statusArrived(m_bench->toHub<hub_task::AskStatus>()[0].ticket, {});
        for (const auto& other : others) { // each gets the answer to its own request, and nothing before it
            other->request("GET", "/healthz");
            QTRY_COMPARE(other->status(), 200);
            QCOMPARE(other->received().count("HTTP/1.1"), 1);
        }
    }

    void endsWhatIsAcceptedWhileItDrains()
    {
        m_desk->beginDrain();
        const auto peer = accepted();
        QTRY_VERIFY(peer->isClosed());
        QCOMPARE(m_bench->toHub<hub_task::SocketReleased>().size(), size_t(1));
    }

    void appliesOtherAllowedOriginsToTheNextRequest()
    {
        const QByteArray origin = "Origin: https://shop.example\r\n";
        const auto peer = accepted();
        peer->request("GET", "/healthz", origin);
        QTRY_COMPARE(peer->status(), 403);
        m_desk->allow({{}, {"https://shop.example"}});
        const auto next = accepted();
        next->request("GET", "/healthz", origin);
        QTRY_COMPARE(next->status(), 200);
    }

private:
    /// A peer whose connection the front desk has taken.
    std::unique_ptr<RawPeer> accepted()
    {
        auto peer = std::make_unique<RawPeer>(m_server.serverPort());
        [&] { QTRY_VERIFY(m_server.hasOne()); }();
        m_desk->accept({m_server.take(), true});
        return peer;
    }

    tests::AcceptingServer m_server;
    std::optional<WorkerBench> m_bench;
    std::optional<MessageIntake> m_intake;
    std::optional<EnvelopeDialect> m_envelope;
    std::optional<EchoDialect> m_echo;
    std::optional<RawDialect> m_raw;
    std::optional<ServiceDialect> m_service;
    std::optional<XSocketsQuestions> m_questions;
    std::optional<XSocketsDelivery> m_delivery;
    std::optional<XSocketsSubscriptions> m_subscriptions;
    std::optional<ServiceControllers> m_controllers;
    std::optional<XSocketsDialect> m_xsockets;
    std::optional<ScriptedFrames> m_frames;
    std::optional<ScriptedDialect> m_scripted;
    std::optional<ClientTable> m_clients;
    std::optional<FrontDesk> m_desk;
};

SIGNALBOX_TEST(FrontDeskTest)
#include "front_desk_test.moc"
