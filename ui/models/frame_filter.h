// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/filter.h"
#include "ui/models/logged_subject.h"

#include <QtCore/QString>

#include <memory>
#include <optional>

namespace signalbox::ui {

/// A span of time, both ends in it.
struct TimeRange {
    WallTime from{};
    WallTime to{};

    friend bool operator==(const TimeRange&, const TimeRange&) = default;
};

/// Which rows the frames list shows: those that fulfil a filter (server/filter) and lie in the range of time.
/// The list has the first bytes of each payload only; where a filter looks at more, capture decides (see
/// FrameLog::tell). A value. Main thread.
class FrameFilter final {
public:
    FrameFilter() = default;
    /// A text with a fault lets everything through, as an empty one does.
    explicit FrameFilter(const QString& text);

    [[nodiscard]] bool isEmpty() const { return m_filter.isEmpty() && !m_range; }
    /// Gaps always match: a loss is never hidden. A row that cannot be decided about here does not.
    [[nodiscard]] bool matches(const link::FrameRow& row, const RowRecipients& recipients = {}) const;
    /// Whether the row lies in the range of time; what capture says of the filter holds for such rows only.
    [[nodiscard]] bool isInRange(const link::FrameRow& row) const;
    /// Whether a row can match later, when it is known who gets it.
    [[nodiscard]] bool needsRecipients() const { return m_filter.needsDeliveries(); }
    /// Canonical, without the range.
    [[nodiscard]] QString text() const { return m_filter.text(); }

    void setRange(const std::optional<TimeRange>& range) { m_range = range; }
    [[nodiscard]] const std::optional<TimeRange>& range() const { return m_range; }

private:
    filter::Filter m_filter;
    std::optional<TimeRange> m_range;
    std::shared_ptr<LoggedSubject> m_subject; ///< buffers; null while there is no filter
};

} // namespace signalbox::ui
