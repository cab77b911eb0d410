// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/events.h"
#include "ui/models/frame_filter.h"

#include <QtCore/QHash>
#include <QtCore/QSet>

#include <deque>
#include <memory>
#include <optional>
#include <span>

namespace signalbox::ui {

/// One line of a handshake, without its end.
struct HandshakeLine {
    link::Direction direction = link::Direction::Received; ///< Received: of the request
    QByteArray text;
};

/// What stands below a row that was unfolded: the lines of its handshake, or its deliveries.
struct UnfoldedRows {
    std::vector<HandshakeLine> lines;
    std::vector<Delivery> deliveries;
    QSet<ClientId> clients; ///< of the deliveries: each client gets a message once
};

/// How far the deliveries of a message came after its receipt.
using ProgressByClient = QHash<ClientId, link::DeliveryProgress>;

/// One row that the window keeps.
struct LoggedFrame {
    link::FrameRow row;
    std::unique_ptr<UnfoldedRows> unfolded = nullptr;     ///< null until the row is unfolded
    std::unique_ptr<ProgressByClient> progress = nullptr; ///< null until some is told
    std::shared_ptr<quint32> fragments = nullptr;         ///< of the whole message; 0 until it is complete
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

    /// The newest entries of a client, shown or hidden, newest first; looks through `searched` entries at
    /// most.
    [[nodiscard]] std::vector<const LoggedFrame*> newestOf(ClientId client, size_t count,
                                                           size_t searched) const;

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
    /// The first shown row of the messages whose last fragment came since the last call.
    [[nodiscard]] std::optional<qsizetype> takeCompleted();

    void setFilter(const FrameFilter& filter);
    /// Forgets everything; returns how many frames that was.
    quint64 clear();

private:
    /// A fragmented message whose last frame has not come.
    struct OpenMessage {
        std::shared_ptr<quint32> fragments;
        quint64 first = 0; ///< sequence number of its first row
    };

    void countFragments(LoggedFrame& entry, quint64 sequence);
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
    QHash<quint64, OpenMessage> m_open;   ///< at most one for each client and direction
    std::optional<quint64> m_completed;   ///< lowest sequence number of a message completed since taken
    QHash<MessageId, quint64> m_messages; ///< sequence number of the row that carries the message
};

} // namespace signalbox::ui
