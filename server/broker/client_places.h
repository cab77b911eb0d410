// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

#include <atomic>

namespace signalbox::broker {

/// How many clients there may be (limits.max_clients): every worker takes a place before it answers a
/// handshake with 101, and gives it back when the client has ended. So the limit is exact, however many come
/// at once; what the hub knows of its clients is always a little behind.
///
/// Any thread. Owner: Broker; it outlives the threads.
class ClientPlaces final {
public:
    explicit ClientPlaces(qint64 limit)
        : m_limit(limit)
    {
    }
    Q_DISABLE_COPY_MOVE(ClientPlaces)

    /// Whether there was one.
    [[nodiscard]] bool take()
    {
        qint64 taken = m_taken.load(std::memory_order_relaxed);
        while (taken < m_limit) {
            if (m_taken.compare_exchange_weak(taken, taken + 1, std::memory_order_acq_rel)) {
                return true;
            }
        }
        return false;
    }
    void giveBack()
    {
        [[maybe_unused]] const qint64 before = m_taken.fetch_sub(1, std::memory_order_acq_rel);
        Q_ASSERT(before > 0);
    }
    [[nodiscard]] qint64 taken() const { return m_taken.load(std::memory_order_relaxed); }

private:
    const qint64 m_limit;
    std::atomic<qint64> m_taken = 0;
};

} // namespace signalbox::broker
