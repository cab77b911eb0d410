// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"
#include "ui/models/frame_filter.h"

#include <deque>
#include <span>
#include <vector>

namespace signalbox::ui {

inline namespace timeline_enums {
Q_NAMESPACE
/// What happened beside the traffic, as bits.
enum class TimelineMark : quint8 {
    None = 0,
    Opened = 1,
    Closed = 2,
    Sent = 4, ///< by the operator
    Refused = 8,
};
Q_ENUM_NS(TimelineMark)
} // namespace timeline_enums

/// The rows of a span of time, counted in equal parts of it.
struct TimelineBins {
    TimeRange range;
    std::vector<quint32> counts; ///< frames and pushes
    std::vector<quint8> marks;   ///< TimelineMark bits
    quint32 highest = 0;

    [[nodiscard]] bool isEmpty() const { return counts.empty(); }
    /// How long one part is.
    [[nodiscard]] std::chrono::duration<double> width() const;
};

/// When the rows behind the frames list came, and which of them are no frames: small values, so that a strip
/// can be drawn anew from all of them. Main thread. Limit: that of the list. Owner: FramesModel.
class TrafficTimeline final {
public:
    void append(std::span<const link::FrameRow> rows);
    void evict(qsizetype rows); ///< from the front
    void clear() { m_entries.clear(); }

    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_entries.size()); }
    /// `count` parts, from the first row to the last; nothing while there is none.
    [[nodiscard]] TimelineBins bins(int count) const;

private:
    struct Entry {
        WallTime time{};
        TimelineMark mark = TimelineMark::None;
        bool isTraffic = false;
    };

    std::deque<Entry> m_entries;
};

} // namespace signalbox::ui
