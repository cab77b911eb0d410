// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/client_info.h"

#include <array>
#include <deque>

namespace signalbox::ui {

/// The last minute of one client, a second at a time: how many messages passed and what waited. A value of
/// fixed size, because there may be ten thousand of them. Main thread.
class TrafficTrail final {
public:
    static constexpr size_t length = 60;

    /// To be called once a second with the sums so far; `seconds` since the last call.
    void add(const link::ClientTraffic& traffic, double seconds);

    [[nodiscard]] double receivedRate() const { return m_receivedRate; } ///< messages in a second
    [[nodiscard]] double sentRate() const { return m_sentRate; }
    [[nodiscard]] double rate() const { return m_receivedRate + m_sentRate; }
    /// Messages in a second, both directions, oldest first.
    [[nodiscard]] std::deque<double> rates() const { return unrolled(m_rates); }
    /// Waiting bytes, oldest first.
    [[nodiscard]] std::deque<double> queues() const { return unrolled(m_queues); }

private:
    using Ring = std::array<float, length>;

    [[nodiscard]] std::deque<double> unrolled(const Ring& ring) const;

    Ring m_rates{};
    Ring m_queues{};
    size_t m_next = 0;
    size_t m_size = 0;
    bool m_hasBase = false;
    quint64 m_received = 0; ///< at the last call
    quint64 m_sent = 0;
    double m_receivedRate = 0.0;
    double m_sentRate = 0.0;
};

} // namespace signalbox::ui
