// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/frame_filter.h"
#include "ui/models/logged_frame.h"
#include "ui/models/older_matches.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <deque>
#include <iterator>
#include <memory>
#include <optional>
#include <span>

namespace signalbox::ui {

/// The rows behind the frames list, oldest first, and which of them the filter lets through; in front of
/// them, older rows that pass. It tells what would change before it changes it, so that a model can announce
/// it. Main thread. Owner: FramesModel.
class FrameLog final {
public:
    /// The recipients of all messages together, 8 MB of them; those of the oldest are forgotten first.
    static constexpr size_t maxRecipients = 1'000'000;

    /// `names` must outlive it.
    FrameLog(const ClientNames& names, qsizetype maxRows)
        : m_names(names)
        , m_maxRows(maxRows)
    {
    }

    [[nodiscard]] qsizetype maxRows() const { return m_maxRows; }
    [[nodiscard]] qsizetype shownCount() const { return m_older.count() + std::ssize(m_shown); }
    [[nodiscard]] quint64 shownFrames() const { return m_older.frames() + m_shownFrames; } ///< no gap rows
    [[nodiscard]] quint64 hiddenFrames() const { return m_frames - m_shownFrames; }
    [[nodiscard]] const FrameFilter& filter() const { return m_filter; }

    /// The entry of a shown row.
    [[nodiscard]] const LoggedFrame& shown(qsizetype row) const;
    [[nodiscard]] LoggedFrame& shown(qsizetype row);
    /// A number for a shown row that stays the same for as long as the row is kept.
    [[nodiscard]] quint64 sequence(qsizetype row) const;
    /// The shown row that has it; nothing when it is hidden or gone.
    [[nodiscard]] std::optional<qsizetype> rowOfSequence(quint64 sequence) const;
    [[nodiscard]] std::optional<qsizetype> rowOfNumber(quint64 number) const;
    /// The entry of a message, shown or hidden; null when it is gone. `row` is set when it is shown.
    [[nodiscard]] LoggedFrame* findMessage(MessageId message, std::optional<qsizetype>& row);

    /// The newest entries of a client, shown or hidden, newest first; looks through `searched` entries at
    /// most.
    [[nodiscard]] std::vector<const LoggedFrame*> newestOf(ClientId client, size_t count,
                                                           size_t searched) const;

    /// How many entries at the front have to go for `incoming` new ones, and how many shown rows with them,
    /// those included that are older. What is shown stays as an older row once keepOlder() was called.
    struct Eviction {
        qsizetype entries = 0;
        qsizetype shown = 0;
        quint64 firstKept = 0;
    };
    [[nodiscard]] Eviction plannedEviction(quint64 firstKept, qsizetype incoming) const;
    void evict(const Eviction& eviction);

    /// Takes rows in; none of them is shown yet.
    void append(std::span<const link::FrameRow> rows);
    void addRecipients(const std::vector<link::DeliveryUpdate>& updates);
    /// Which of the newest `count` rows the filter lets through, by sequence number.
    [[nodiscard]] std::vector<quint64> passing(size_t count) const;
    void show(const std::vector<quint64>& sequences);
    /// Where the row of a message is to be shown that the filter hid and, now
    /// that it is known who gets it, would not; nothing for any other.
    [[nodiscard]] std::optional<qsizetype> lateRow(MessageId message) const;
    void showLate(MessageId message, qsizetype row);
    /// The first shown row of the messages whose last fragment came since the last call.
    [[nodiscard]] std::optional<qsizetype> takeCompleted();

    /// What capture says that passes, by number: it looks at whole payloads. Until the next filter.
    void tell(std::span<const quint64> passing);
    /// Rows that were told and are not shown, and where they are to stand: one shown row behind the other.
    struct LateRows {
        qsizetype row = 0;
        std::vector<quint64> sequences;
    };
    /// The last ones first, so that the places hold while they are shown one after the other.
    [[nodiscard]] std::vector<LateRows> late(std::span<const quint64> passing) const;
    void showLate(const LateRows& rows);
    /// What capture says that does not pass any more, now that it is known who got it.
    void takeBack(std::span<const quint64> failing);
    /// The shown rows that do not pass any more, the last one first: those that capture said so of, and those
    /// of the messages that are updated.
    [[nodiscard]] std::vector<qsizetype> outdated(std::span<const quint64> failing,
                                                  const std::vector<link::DeliveryUpdate>& updates) const;
    void hide(qsizetype row);

    /// What pass of the rows that are older than the log, and are still kept, is known from now on: number of
    /// the first that is not older.
    quint64 keepOlder();
    /// Those of `rows`, the newest first, that can be shown in front, where addOlder() takes them.
    [[nodiscard]] std::span<const link::FrameRow> acceptable(std::span<const link::FrameRow> rows) const;
    void addOlder(std::span<const link::FrameRow> rows);
    /// How many rows at the front are beyond the length of the list, which trim() takes out.
    [[nodiscard]] qsizetype surplus() const;
    void trim(qsizetype rows) { m_older.trim(rows); }
    [[nodiscard]] quint64 missing() const { return m_older.missing(); } ///< rows that pass and are not here

    void setFilter(const FrameFilter& filter);
    /// Forgets everything; returns how many frames that was.
    quint64 clear();

private:
    /// A fragmented message whose last frame has not come.
    struct OpenMessage {
        std::shared_ptr<quint32> fragments;
        quint64 first = 0; ///< sequence number of its first row
    };

    [[nodiscard]] bool isPassing(const LoggedFrame& entry) const;
    [[nodiscard]] std::optional<quint64> sequenceOf(quint64 number) const;
    void forgetRecipients();
    void countFragments(LoggedFrame& entry, quint64 sequence);
    [[nodiscard]] size_t indexOf(qsizetype row) const { return static_cast<size_t>(row - m_older.count()); }
    [[nodiscard]] size_t positionOf(qsizetype row) const;
    [[nodiscard]] qsizetype placeOf(quint64 sequence) const;

    const ClientNames& m_names;
    qsizetype m_maxRows;
    FrameFilter m_filter;
    QSet<quint64> m_told; ///< numbers of rows that are here or to come
    std::deque<LoggedFrame> m_entries;
    std::deque<quint64> m_shown;                ///< sequence numbers of the shown entries, ascending
    quint64 m_firstSequence = quint64{1} << 31; ///< of m_entries.front(); older rows have smaller ones
    OlderMatches m_older;
    bool m_keepsOlder = false;
    quint64 m_clearedUpTo = 0; ///< a number: rows up to it were taken off the list
    size_t m_recipients = 0;   ///< in all entries together
    quint64 m_forgotten = 0;   ///< entries before this sequence number have lost theirs
    quint64 m_frames = 0;      ///< entries that are no gaps
    quint64 m_shownFrames = 0;
    QHash<quint64, OpenMessage> m_open;   ///< at most one for each client and direction
    std::optional<quint64> m_completed;   ///< lowest sequence number of a message completed since taken
    QHash<MessageId, quint64> m_messages; ///< sequence number of the row that carries the message
};

} // namespace signalbox::ui
