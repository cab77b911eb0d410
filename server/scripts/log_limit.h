// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <chrono>
#include <optional>

namespace signalbox::scripts {

/// Keeps what a script logs within bounds: what is longer than 8 KiB is cut with a mark that says how much,
/// what is more than 200 lines in a second is left out, counted, and told in one line.
///
/// A value; time comes from the caller.
class LogLimit final {
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    static constexpr qsizetype maxLineBytes = 8 * 1024;
    static constexpr int maxLinesEachSecond = 200;

    /// The line as it may be logged; nothing: it is left out. Ask takeSummary() first.
    [[nodiscard]] std::optional<QString> take(const QString& line, TimePoint now);
    /// "… 1,234 lines left out", when some were and their second is over.
    [[nodiscard]] std::optional<QString> takeSummary(TimePoint now);
    /// When that is; nothing: none was left out.
    [[nodiscard]] std::optional<TimePoint> summaryDue() const;

private:
    TimePoint m_second{}; ///< its beginning
    int m_lines = 0;
    quint64 m_leftOut = 0;
};

} // namespace signalbox::scripts
