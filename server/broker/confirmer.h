// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/confirmations.h"
#include "server/broker/routed_message.h"
#include "server/broker/session.h"
#include "server/broker/worker_context.h"
#include "server/link/events.h"

#include <vector>

namespace signalbox::broker {

/// Follows messages that ask for it beyond their receipt: a ping behind each, its pong, the client's end.
/// Gathers what happened and tells the hub once for each turn of the event loop.
///
/// Thread: its worker. Costs nothing for a message that does not ask.
class Confirmer final {
public:
    explicit Confirmer(WorkerContext& context);

    /// The message was queued for the client, and has not left.
    void expect(Session& session, const RoutedMessage& message);
    /// Queues a ping behind what is queued now, where one is wanted.
    void ping(Session& session);

    void pingAnswered(Session& session, quint64 number);
    /// The system has taken the message, which had waited.
    void taken(const Session& session, MessageId message, SteadyTime sentAt);
    void ended(Session& session);

    /// Posts what was gathered to the hub.
    void report();

private:
    void note(const Session& session, const std::vector<Confirmations::Expected>& messages,
              link::DeliveryStage stage);

    WorkerContext& m_context;
    std::vector<link::DeliveriesProgressed> m_gathered;
};

} // namespace signalbox::broker
