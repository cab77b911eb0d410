// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/client_table.h"
#include "server/broker/worker_context.h"
#include "server/broker/xsockets_state.h"
#include "server/broker/xsockets_task.h"

#include <optional>
#include <set>
#include <vector>

namespace signalbox::broker {

/// What leaves one worker with an id, to clients that acknowledge: numbered, and sent again until they do.
/// One sweep for all of them; a client that has not taken what was sent to it gets nothing again.
///
/// Thread: its worker.
class XSocketsDelivery final {
public:
    XSocketsDelivery(WorkerContext& context, ClientTable& clients);

    /// The message with the id that it has for this client; nothing: it goes without one.
    [[nodiscard]] std::optional<EncodedMessage> number(Session& session, const RoutedMessage& message,
                                                       const xsockets::Address& address,
                                                       const EncodedMessage& encoded);
    void acknowledged(Session& session, quint16 id);
    /// Sends what it is owed, in order. Returns how many were not sent, for there was no room for them.
    quint64 send(Session& session, std::vector<xsockets::Owed> owed);
    /// What is to be kept of a session that has ended; no controllers: nothing.
    [[nodiscard]] xsockets_question::Leave take(Session& session);
    /// Sends again what is due.
    void tick(SteadyTime now);

private:
    [[nodiscard]] std::optional<quint16> add(Session& session, xsockets::Owed owed);
    [[nodiscard]] bool sendOne(Session& session, const xsockets::Owed& owed);
    [[nodiscard]] qint64 resend(ClientId client, SteadyTime now);
    void noteTaken(size_t count, qint64 bytes);

    WorkerContext& m_context;
    ClientTable& m_clients;
    const qint64 m_maxBytes; ///< of all clients here
    qint64 m_bytes = 0;
    std::set<ClientId> m_owing; ///< clients that have something to acknowledge
    ClientId m_next;            ///< the sweep goes on there
};

} // namespace signalbox::broker
