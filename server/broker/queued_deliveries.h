// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/ids.h"

#include <deque>
#include <memory>
#include <vector>

namespace signalbox::broker {

/// The messages that wait in one client's outgoing queue, in the order in which they leave.
///
/// Thread: its worker. Owner: the session. No limit of its own: each entry stands for a frame in the queue,
/// which has one (limits.max_queue).
class QueuedDeliveries final {
public:
    struct Entry {
        MessageId message;
        quint64 endByte = 0; ///< where the message ends in what the client is sent
        bool confirm = false;
        SteadyTime sentAt{}; ///< only when it is to be confirmed
    };

    void add(const Entry& entry);
    [[nodiscard]] bool isEmpty() const { return m_entries == nullptr; }
    /// Where the first one ends.
    [[nodiscard]] quint64 firstEnd() const { return m_entries->front().endByte; }
    /// Those of which the system has taken every byte.
    [[nodiscard]] std::vector<Entry> takeUpTo(quint64 takenBytes);
    [[nodiscard]] std::vector<Entry> takeAll();

private:
    std::unique_ptr<std::deque<Entry>>
        m_entries; ///< an empty deque takes 600 bytes: null where nothing waits
};

} // namespace signalbox::broker
