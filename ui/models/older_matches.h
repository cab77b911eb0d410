// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/logged_frame.h"

#include <deque>
#include <optional>
#include <span>

namespace signalbox::ui {

/// Rows that pass the filter and are older than what the list's log holds, in front of which they stand:
/// those that capture handed on again, and those that left the log since. Of the ones that are not here,
/// which would be the oldest, it knows the numbers, 8 bytes each. Main thread. Owner: FrameLog.
class OlderMatches final {
public:
    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_rows.size()); }
    [[nodiscard]] quint64 frames() const { return m_frames; } ///< gap rows not counted
    /// How many rows pass and are not here.
    [[nodiscard]] quint64 missing() const { return m_missing.size(); }

    [[nodiscard]] const LoggedFrame& at(qsizetype row) const
    {
        return m_rows[static_cast<size_t>(row)].entry;
    }
    [[nodiscard]] LoggedFrame& at(qsizetype row) { return m_rows[static_cast<size_t>(row)].entry; }
    [[nodiscard]] quint64 sequence(qsizetype row) const { return m_rows[static_cast<size_t>(row)].sequence; }
    [[nodiscard]] std::optional<qsizetype> rowOfSequence(quint64 sequence) const;
    [[nodiscard]] std::optional<qsizetype> rowOfNumber(quint64 number) const;

    /// Capture says that this row passes; each is older than the one before.
    void expect(quint64 number);
    /// Rows that are older than all that are here, the newest first. The first of them in the list is to have
    /// a sequence number below `sequence`.
    void add(std::span<const link::FrameRow> rows, quint64 sequence);
    /// A row that leaves the log: it is newer than all that are here.
    void takeOver(quint64 sequence, LoggedFrame entry);
    /// The oldest go, and are missing.
    void trim(qsizetype rows);
    /// How many capture does not keep any more; forget() takes them out, and what is missing of them.
    [[nodiscard]] qsizetype notKept(quint64 firstKept) const;
    void forget(quint64 firstKept);
    void clear();

private:
    struct Row {
        quint64 sequence = 0;
        LoggedFrame entry;
    };

    void removeFirst();

    std::deque<Row> m_rows;        ///< ascending
    std::deque<quint64> m_missing; ///< numbers, ascending, all of them before those of the rows
    quint64 m_frames = 0;
};

} // namespace signalbox::ui
