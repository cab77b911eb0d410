// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/confirmer.h"
#include "server/broker/routed_message.h"
#include "server/broker/session.h"
#include "server/broker/worker_context.h"

#include <QtCore/QHash>

#include <vector>

namespace signalbox::broker {

/// Follows deliveries that had to wait in a client's queue until the system took them, or the client ended:
/// what was reported as queued becomes sent or dropped. Gathers what happened and tells capture once for each
/// turn of the event loop; tells the confirmer at once.
///
/// Thread: its worker. Costs nothing for a message that leaves in the turn of its send.
class QueueWatch final {
public:
    QueueWatch(WorkerContext& context, Confirmer& confirmer);

    /// After the flush: the message ends at `endByte`, and the system has not come that far.
    void queued(Session& session, const RoutedMessage& message, quint64 endByte);

    void bytesTaken(Session& session);
    void ended(Session& session, EndReason reason);

    /// Hands what was gathered to capture.
    void report();

private:
    struct Settled {
        MessageId message;
        std::vector<Delivery> deliveries;
    };
    void settle(const Session& session, const QueuedDeliveries::Entry& entry, DeliveryState state);

    WorkerContext& m_context;
    Confirmer& m_confirmer;
    std::vector<Settled> m_settled;
    QHash<MessageId, size_t> m_places; ///< into m_settled
};

} // namespace signalbox::broker
