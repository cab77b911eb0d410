// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/events.h"

#include <deque>
#include <optional>

namespace signalbox::ui {

/// Messages in a second, from the broker's running sums, with the last minute of them. A value. Main thread.
class TrafficRate final {
public:
    static constexpr size_t historyLength = 60;

    void add(const link::Statistics& statistics);

    [[nodiscard]] double received() const { return m_received; }
    [[nodiscard]] double delivered() const { return m_delivered; }
    /// Received and delivered together, oldest first.
    [[nodiscard]] const std::deque<double>& history() const { return m_history; }

private:
    std::optional<link::Statistics> m_last;
    double m_received = 0.0;
    double m_delivered = 0.0;
    std::deque<double> m_history;
};

} // namespace signalbox::ui
