// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/webhook/call.h"

#include <QtCore/QHash>

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace signalbox::webhook {

/// The calls that wait, a lane for each client: one call of a lane runs at a time, so the messages of a
/// client stay in order, and lanes take turns, so that nobody waits behind another's flood.
///
/// Thread: any one; no clock of its own. Limits: bytes over all, and for each client, running calls included.
class CallQueues final {
public:
    struct Limits {
        qint64 allBytes = 0;
        qint64 clientBytes = 0;
    };
    enum class Pushed { Queued, QueueFull, ClientQueueFull };

    explicit CallQueues(Limits limits);

    [[nodiscard]] Pushed push(Call call);

    /// Whether a call may start now.
    [[nodiscard]] bool hasDue(SteadyTime now) const;
    /// When hasDue() becomes true by itself; nothing when no lane waits for a time.
    [[nodiscard]] std::optional<SteadyTime> nextDue() const;
    /// Starts the next call and counts the attempt; there must be one that is due. Valid until finish() or
    /// retryAt().
    const Call& start(SteadyTime now);
    /// The running call of the client is over; its next may start.
    Call finish(ClientId client);
    /// The running call of the client failed, and is tried again; what is behind it waits.
    void retryAt(ClientId client, SteadyTime due);
    /// The running call of a client.
    [[nodiscard]] const Call& running(ClientId client) const
    {
        return m_lanes.constFind(client)->calls.front();
    }

    [[nodiscard]] bool isEmpty() const { return m_lanes.isEmpty(); }
    [[nodiscard]] qint64 count() const { return m_count; }
    /// All of them, running ones included, each client's in order. Nothing is left.
    [[nodiscard]] std::vector<Call> takeAll();

private:
    struct Lane {
        std::deque<Call> calls; ///< never empty
        qint64 bytes = 0;
    };
    void wake(SteadyTime now);

    Limits m_limits;
    QHash<ClientId, Lane> m_lanes;
    std::deque<ClientId> m_ready;                 ///< lanes whose first call may start, longest waiting first
    std::multimap<SteadyTime, ClientId> m_asleep; ///< lanes whose first call is tried again then
    qint64 m_bytes = 0;
    qint64 m_count = 0;
};

} // namespace signalbox::webhook
