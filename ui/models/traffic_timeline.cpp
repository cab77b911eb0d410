// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/traffic_timeline.h"

#include <algorithm>

namespace signalbox::ui {

using link::FrameRow;
using link::RowKind;

namespace {

TimelineMark markOf(const FrameRow& row)
{
    switch (row.kind) {
    case RowKind::Opened:
        return TimelineMark::Opened;
    case RowKind::Closed:
        return TimelineMark::Closed;
    case RowKind::Refused:
        return TimelineMark::Refused;
    case RowKind::Push:
        return row.sender == link::SenderKind::Operator ? TimelineMark::Sent : TimelineMark::None;
    case RowKind::Frame:
    case RowKind::Answered:
    case RowKind::Called:
    case RowKind::Joined:
    case RowKind::Left:
    case RowKind::OperatorAct:
    case RowKind::Gap:
        return TimelineMark::None;
    }
    Q_UNREACHABLE();
}

} // namespace

std::chrono::duration<double> TimelineBins::width() const
{
    const std::chrono::duration<double> all = range.to - range.from;
    return counts.empty() ? std::chrono::duration<double>::zero() : all / static_cast<double>(counts.size());
}

void TrafficTimeline::append(std::span<const FrameRow> rows)
{
    for (const FrameRow& row : rows) {
        const bool isTraffic = row.kind == RowKind::Frame || row.kind == RowKind::Push;
        m_entries.push_back({row.time, markOf(row), isTraffic});
    }
}

void TrafficTimeline::evict(qsizetype rows)
{
    m_entries.erase(m_entries.begin(), m_entries.begin() + std::min(rows, size()));
}

TimelineBins TrafficTimeline::bins(int count) const
{
    TimelineBins bins;
    if (m_entries.empty() || count <= 0) {
        return bins;
    }
    const auto earlier = [](const Entry& one, const Entry& other) { return one.time < other.time; };
    // The clock of the system may have been set back in between.
    const auto [first, last] = std::minmax_element(m_entries.begin(), m_entries.end(), earlier);
    bins.range = {first->time, last->time};
    bins.counts.assign(static_cast<size_t>(count), 0);
    bins.marks.assign(static_cast<size_t>(count), 0);
    const double span = std::max(1.0, static_cast<double>((last->time - first->time).count()));
    for (const Entry& entry : m_entries) {
        const double share = static_cast<double>((entry.time - bins.range.from).count()) / span;
        const auto bin = std::min(static_cast<size_t>(share * count), static_cast<size_t>(count - 1));
        bins.counts[bin] += entry.isTraffic ? 1 : 0;
        bins.marks[bin] |= static_cast<quint8>(entry.mark);
    }
    bins.highest = *std::max_element(bins.counts.begin(), bins.counts.end());
    return bins;
}

} // namespace signalbox::ui
