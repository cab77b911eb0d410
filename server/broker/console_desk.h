// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/link_requests.h"
#include "server/broker/worker_context.h"
#include "server/http/http_error.h"
#include "server/http/request.h"
#include "server/link/console_protocol.h"
#include "server/link/link_id.h"
#include "server/transport/connection.h"
#include "server/transport/upgrader.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace signalbox::broker {

/// The far ends of links: consoles that are attached from elsewhere, each over a WebSocket with the
/// subprotocol signalbox.console.v1. They are the operator's and no clients: nobody reaches them with a
/// message, and their frames are not captured (a console that shows frames would make ever more of them).
///
/// Thread: its worker. A console that ended is destroyed at the next tick.
/// Limits: maxConsoles for each worker; `consoleQueueBytes` of events that one has not read, then it is
/// closed with 4008.
class ConsoleDesk final : public transport::ConnectionOwner {
public:
    static constexpr size_t maxConsoles = 64;

    explicit ConsoleDesk(WorkerContext& context);
    ~ConsoleDesk() override;

    /// Whether this handshake is one of a console; whoever it is has shown the operator token.
    [[nodiscard]] std::optional<http::HttpError> judge(const http::Request& request) const;
    /// Takes a connection that was just born.
    void open(transport::Upgrader::Upgraded upgraded, const QByteArray& peer);
    /// Passes an encoded reply on.
    void tell(link::LinkId link, const QByteArray& message);

    void tick(SteadyTime now);
    /// The broker shuts down: every console is told so, with 1001.
    void sayGoodbye();
    void abortAll();
    [[nodiscard]] bool isEmpty() const { return m_consoles.empty(); }

private:
    struct Console {
        link::LinkId link;
        QByteArray peer;
        std::unique_ptr<transport::Connection> connection;
        LinkRequests requests;
    };

    void frameReceived(transport::Connection& /*connection*/, const websocket::DecodedFrame& /*frame*/,
                       quint32 /*fragment*/) override
    {
    }
    void messageReceived(transport::Connection& connection, const websocket::AssembledMessage& message,
                         const websocket::DecodedFrame& lastFrame) override;
    void controlFrameSent(transport::Connection& /*connection*/, websocket::Opcode /*opcode*/,
                          QByteArrayView /*payload*/) override
    {
    }
    void connectionEnded(transport::Connection& connection, const transport::ConnectionEnd& end) override;

    [[nodiscard]] Console& consoleOf(const transport::Connection& connection);
    static void perform(Console& console, const link::console::Attach& request);
    static void perform(Console& console, const link::console::Detach& request);
    static void perform(Console& console, const link::console::BatchesTaken& request);
    static void perform(Console& console, link::console::NumberedCommand& request);
    [[nodiscard]] std::vector<transport::Connection*> connections() const;

    WorkerContext& m_context;
    const Limits m_limits;
    std::vector<char> m_readBuffer; ///< of all connections, one at a time
    transport::TrafficSums m_sums;
    transport::OutgoingQueue::Room m_queueRoom;
    transport::ConnectionSurroundings m_surroundings;
    std::map<link::LinkId, Console> m_consoles;
    std::vector<Console> m_ended;
    quint64 m_lastCount = 0;
};

} // namespace signalbox::broker
