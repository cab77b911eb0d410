// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/events.h"

#include <deque>
#include <optional>

namespace signalbox::ui {

/// Messages in a second, from the broker's running sums, with the last minute of them. The sums come some
/// times a second: what is shown is the mean of two seconds, or else one message a second would flicker
/// between 0 and 4. A value. Main thread.
class TrafficRate final {
public:
    static constexpr size_t historyLength = 60; ///< seconds
    static constexpr std::chrono::seconds averaged{2};

    void add(const link::Statistics& statistics);

    [[nodiscard]] double received() const { return m_received; }
    [[nodiscard]] double delivered() const { return m_delivered; }
    /// Received and delivered together, oldest first.
    [[nodiscard]] const std::deque<double>& history() const { return m_history; }

private:
    void addToHistory(const link::Statistics& statistics);

    std::deque<link::Statistics> m_recent; ///< oldest first; the first is `averaged` old, if there is one
    std::optional<link::Statistics> m_lastInHistory;
    double m_received = 0.0;
    double m_delivered = 0.0;
    std::deque<double> m_history;
};

} // namespace signalbox::ui
