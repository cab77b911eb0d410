// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"
#include "ui/models/frame_filter.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <deque>
#include <memory>
#include <optional>
#include <span>

namespace signalbox::ui {

/// The deliveries of a message whose row was unfolded.
struct UnfoldedDeliveries {
    std::vector<Delivery> deliveries;
    QSet<ClientId> clients; ///< of the deliveries: each client gets a message once
};

/// One row that the window keeps.
struct LoggedFrame {
    link::FrameRow row;
    std::unique_ptr<UnfoldedDeliveries> unfolded; ///< null until the row is unfolded
};

/// The rows behind the frames list, oldest first, and which of them the filter lets through. It tells what
/// would change before it changes it, so that a model can announce it. Main thread. Owner: FramesModel.
class FrameLog final {
public:
    explicit FrameLog(qsizetype maxRows)
        : m_maxRows(maxRows)
    {
    }

    [[nodiscard]] qsizetype maxRows() const { return m_maxRows; }
    [[nodiscard]] qsizetype shownCount() const { return static_cast<qsizetype>(m_shown.size()); }
    [[nodiscard]] quint64 shownFrames() const { return m_shownFrames; } ///< gap rows not counted
    [[nodiscard]] quint64 hiddenFrames() const { return m_frames - m_shownFrames; }
    [[nodiscard]] const FrameFilter& filter() const { return m_filter; }

    /// The entry of a shown row.
    [[nodiscard]] const LoggedFrame& shown(qsizetype row) const { return m_entries[positionOf(row)]; }
    [[nodiscard]] LoggedFrame& shown(qsizetype row) { return m_entries[positionOf(row)]; }
    /// A number for a shown row that stays the same for as long as the row is kept.
    [[nodiscard]] quint64 sequence(qsizetype row) const { return m_shown[static_cast<size_t>(row)]; }
    /// The shown row that has it; nothing when it is hidden or gone.
    [[nodiscard]] std::optional<qsizetype> rowOfSequence(quint64 sequence) const;
    [[nodiscard]] std::optional<qsizetype> rowOfNumber(quint64 number) const;
    /// The entry of a message, shown or hidden; null when it is gone. `row` is set when it is shown.
    [[nodiscard]] LoggedFrame* findMessage(MessageId message, std::optional<qsizetype>& row);

    /// How many entries at the front have to go for `incoming` new ones, and how many of them are shown.
    struct Eviction {
        qsizetype entries = 0;
        qsizetype shown = 0;
    };
    [[nodiscard]] Eviction plannedEviction(quint64 firstKept, qsizetype incoming) const;
    void evict(const Eviction& eviction);

    /// Which of `rows` the filter lets through, by position.
    [[nodiscard]] std::vector<size_t> passing(std::span<const link::FrameRow> rows) const;
    void append(std::span<const link::FrameRow> rows, const std::vector<size_t>& passing);

    void setFilter(const FrameFilter& filter);
    /// Forgets everything; returns how many frames that was.
    quint64 clear();

private:
    [[nodiscard]] size_t positionOf(qsizetype row) const
    {
        return static_cast<size_t>(m_shown[static_cast<size_t>(row)] - m_firstSequence);
    }

    qsizetype m_maxRows;
    FrameFilter m_filter;
    std::deque<LoggedFrame> m_entries;
    std::deque<quint64> m_shown; ///< sequence numbers of the shown entries, ascending
    quint64 m_firstSequence = 0; ///< of m_entries.front()
    quint64 m_frames = 0;        ///< entries that are no gaps
    quint64 m_shownFrames = 0;
    QHash<MessageId, quint64> m_messages; ///< sequence number of the row that carries the message
};

} // namespace signalbox::ui
