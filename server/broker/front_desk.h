// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/client_table.h"
#include "server/broker/console_desk.h"
#include "server/broker/control_endpoints.h"
#include "server/broker/handshake_reader.h"
#include "server/broker/http_capture.h"
#include "server/broker/http_endpoints.h"
#include "server/broker/managed_endpoints.h"
#include "server/broker/message_intake.h"
#include "server/broker/operator_gate.h"
#include "server/broker/peer_reader.h"
#include "server/broker/request_judge.h"
#include "server/broker/service_endpoints.h"
#include "server/broker/worker_commands.h"
#include "server/broker/worker_context.h"
#include "server/broker/xsockets_questions.h"
#include "server/transport/front.h"
#include "server/transport/upgrader.h"

#include <memory>
#include <unordered_map>
#include <vector>

namespace signalbox::broker {

/// Where every connection of a worker begins: judges requests, serves what is HTTP, and makes clients of
/// handshakes.
///
/// Thread: its worker. A front that ended is destroyed when the next connection comes, or at the next tick.
class FrontDesk final : public transport::FrontOwner {
public:
    struct Dialects {
        Dialect& envelope;
        Dialect& echo;
        Dialect& raw;
        Dialect& service;
        Dialect& xsockets;
        Dialect& scripted;
        XSocketsQuestions& xsocketsQuestions;
    };

    FrontDesk(WorkerContext& context, ClientTable& clients, MessageIntake& intake, Dialects dialects);

    /// From the worker's mailbox, never from inside a call of a front.
    void accept(const transport::AcceptedSocket& socket);
    [[nodiscard]] OperatorGate& gate() { return m_gate; }
    [[nodiscard]] HttpEndpoints& endpoints() { return m_endpoints; }
    [[nodiscard]] ManagedEndpoints& managed() { return m_managed; }
    [[nodiscard]] ControlEndpoints& control() { return m_control; }
    [[nodiscard]] ServiceEndpoints& services() { return m_services; }
    [[nodiscard]] WorkerCommands& commands() { return m_commands; }
    [[nodiscard]] ConsoleDesk& consoles() { return m_consoles; }

    /// Other hosts and origins, for requests from now on.
    void allow(const AllowedAccess& access);
    /// Other paths of services, for requests from now on.
    void setServices(const http::ServiceRoutes& routes);

    void tick(SteadyTime now);
    /// No handshake and no further request from now on.
    void beginDrain();
    /// Whether somebody waits for an answer, or is about to become a client.
    [[nodiscard]] bool isBusy() const;
    void closeAll();

private:
    [[nodiscard]] std::optional<http::HttpError> judge(const transport::Front& front,
                                                       const http::Request& header) override;
    void requestArrived(transport::Front& front, http::Request request) override;
    void handshakeArrived(transport::Front& front, const http::Request& request) override;
    void refused(const transport::Front& front, const http::HttpError& error, const http::Request* request,
                 const Exchange& exchange) override;
    void answered(const transport::Front& front, int status, const http::Request& request,
                  const Exchange& exchange) override;
    void frontEnded(transport::Front& front) override;

    /// `named` is what its path names.
    [[nodiscard]] std::variant<Handshake, http::HttpError> checkHandshake(const transport::Front& front,
                                                                          const http::Request& request,
                                                                          const http::EndpointMatch& named);
    void redeem(transport::Front& front, const QByteArray& token, const http::Request& request,
                Handshake handshake);
    void restore(transport::Front& front, const http::Request& request, Handshake handshake);
    void openClient(transport::Front& front, const http::Request& request, Handshake handshake);
    void openConsole(transport::Front& front, const http::Request& request);
    /// `born` is called without a stream when the connection broke meanwhile.
    void upgrade(transport::Front& front, const http::Request& request, const QByteArray& subprotocol,
                 std::function<void(transport::Upgrader::Upgraded)> born);
    /// A request that is answered later.
    struct Waiting {
        const transport::Front* key = nullptr;
        quint64 number = 0;
    };
    [[nodiscard]] Waiting keepOpen(transport::Front& front);
    /// Whose request it was; null: it is gone.
    [[nodiscard]] transport::Front* takeWaiting(const Waiting& waiting);
    /// The same of a handshake that the hub was asked about, which is refused for `error` or for the drain:
    /// null then, too, and its place is given back.
    [[nodiscard]] transport::Front* takeHandshake(const Waiting& waiting,
                                                  std::optional<http::HttpError> error);
    [[nodiscard]] std::vector<transport::Front*> fronts() const;
    [[nodiscard]] Dialect& dialectOf(const Handshake& handshake) const;
    /// Whether whoever asks has the right to this endpoint.
    [[nodiscard]] std::optional<http::HttpError> judgeRight(const transport::Front& front,
                                                            const http::Request& header);
    void answer(transport::Front& front, const HttpEndpoints::Reply& reply, const http::HeaderList& cors);
    [[nodiscard]] HttpContent takeContent(const transport::Front& front);
    void release(transport::Front& front);

    struct Desk {
        std::unique_ptr<transport::Front> front;
        quint64 openRequest = 0; ///< the number of the one that waits for its answer; 0: none
        bool isLast = false;     ///< it was open when the drain began: its answer ends the connection
        HttpContent content{};   ///< of the request that is being answered
    };

    WorkerContext& m_context;
    ClientTable& m_clients;
    Dialects m_dialects;
    PeerReader m_peers;
    RequestJudge m_judge;
    HandshakeReader m_reader;
    OperatorGate m_gate;
    HttpEndpoints m_endpoints;
    ManagedEndpoints m_managed;
    ServiceEndpoints m_services;
    WorkerCommands m_commands;
    ControlEndpoints m_control;
    ConsoleDesk m_consoles;
    transport::Upgrader m_upgrader;
    std::unordered_map<const transport::Front*, Desk> m_desks; ///< by front
    quint64 m_lastRequest = 0;
    int m_upgrading = 0; ///< handshakes that were let in and are not clients yet
    std::vector<std::unique_ptr<transport::Front>> m_ended;
    bool m_draining = false;
};

} // namespace signalbox::broker
