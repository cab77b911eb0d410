// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/events.h"
#include "ui/models/history_ring.h"

#include <array>

namespace signalbox::ui {

inline namespace history_enums {
Q_NAMESPACE
/// How far back a chart goes.
enum class HistorySpan {
    TenMinutes, ///< in steps of a second
    SixHours,   ///< of ten seconds
    SevenDays,  ///< of two minutes
};
Q_ENUM_NS(HistorySpan)
} // namespace history_enums

/// What the broker's running sums were over time, as rates, at three scales. While no window was attached
/// nothing was told: that is a gap, not a zero. Main thread. Limit: fixed. Owner: BrokerState.
class StatisticsHistory final {
public:
    static constexpr std::array spans{HistorySpan::TenMinutes, HistorySpan::SixHours, HistorySpan::SevenDays};
    /// Statistics come each second; after a longer silence nobody knows what was in between.
    static constexpr std::chrono::seconds longestSilence{5};

    StatisticsHistory();

    void add(const link::Statistics& statistics);
    [[nodiscard]] const HistoryRing& ring(HistorySpan span) const
    {
        return m_rings[static_cast<size_t>(span)];
    }

private:
    std::array<HistoryRing, spans.size()> m_rings;
    std::optional<link::Statistics> m_last;
};

} // namespace signalbox::ui
