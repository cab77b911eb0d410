// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/managed_task.h"
#include "server/core/clock.h"

#include <functional>

namespace signalbox::broker {

/// Answers what the workers ask about managed sockets: the one place that knows of all of them.
///
/// Thread: hub.
class ManagedDesk final {
public:
    /// `close` has the client's worker close it.
    ManagedDesk(const Clock& clock, qsizetype maxReserved, std::function<void(ClientId client)> close);

    [[nodiscard]] ManagedAnswer answer(const ManagedQuestion& question);
    void opened(const link::ClientInfo& client) { m_registry.opened(client); }
    void ended(ClientId client) { m_registry.ended(client); }

private:
    ManagedAnswer answerTo(const managed_question::Reserve& question);
    ManagedAnswer answerTo(const managed_question::Redeem& question);
    ManagedAnswer answerTo(const managed_question::Find& question);
    ManagedAnswer answerTo(const managed_question::Describe& question);
    ManagedAnswer answerTo(const managed_question::List& question);
    ManagedAnswer answerTo(const managed_question::Close& question);

    const Clock& m_clock;
    managed::SocketRegistry m_registry;
    std::function<void(ClientId client)> m_close;
};

} // namespace signalbox::broker
