// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/http_endpoints.h"
#include "server/broker/managed_task.h"
#include "server/broker/operator_gate.h"
#include "server/broker/worker_context.h"
#include "server/http/managed_paths.h"
#include "server/managed/push.h"

#include <functional>
#include <unordered_map>

namespace signalbox::broker {

/// The Managed WebSocket API (PRODUCT section 4): messages over HTTP, one-time addresses of sockets, the
/// sockets themselves. The hub knows the sockets, so most answers come later.
///
/// Thread: its worker.
class ManagedEndpoints final {
public:
    using Answer = HttpEndpoints::Answer;

    ManagedEndpoints(WorkerContext& context, OperatorGate& gate);

    /// Whether whoever asks may have this; judged by the header, before a body is let in.
    [[nodiscard]] std::optional<http::HttpError>
    judge(const http::ManagedTarget& target, const http::Request& header, const QHostAddress& address);
    void serve(const http::ManagedTarget& target, const http::Request& request, const QByteArray& peer,
               const Answer& answer);
    /// Spends a one-time token; nothing when it is none.
    void redeem(const QByteArray& token, std::function<void(std::optional<managed::Reservation>)> then);
    /// The hub's answer to the question with this ticket.
    void answered(quint64 ticket, ManagedAnswer answer);

private:
    using Then = std::function<void(ManagedAnswer answer)>;
    using ReadPush = std::variant<managed::Push, http::HttpError>;

    void ask(ManagedQuestion question, Then then);
    void reserve(QList<TagName> tags, const http::Request& request, const Answer& answer,
                 http::Response (*respond)(const managed::Reservation&, const http::Request&));
    void serveSockets(const http::Request& request, const Answer& answer);
    void serveSocket(const QByteArray& id, const http::Request& request, const Answer& answer);
    void serveConfiguration(const http::Request& request, const Answer& answer) const;
    void push(ReadPush read, const QByteArray& peer, const Answer& answer);
    void route(const managed::Push& push, const QList<QByteArray>& clients, const QByteArray& peer,
               const Answer& answer);
    [[nodiscard]] QByteArray identityProvider() const;

    WorkerContext& m_context;
    OperatorGate& m_gate;
    std::unordered_map<quint64, Then> m_waiting; ///< for the hub's answer, by ticket
    quint64 m_lastTicket = 0;
};

} // namespace signalbox::broker
