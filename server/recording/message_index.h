// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "server/recording/block_queue.h"

#include <optional>

namespace signalbox::recording {

/// Where the row of each message is. Message ids are given in ascending order, so this is a queue of
/// positions and not a hash: 8 bytes and a few nanoseconds for each.
///
/// Thread: capture. Owner: KeptFrames.
class MessageIndex final {
public:
    enum class Finding {
        Known,
        Evicted, ///< its row went, or is so old that it would have gone
        Unknown, ///< no row was captured, or not yet
    };
    struct Answer {
        Finding finding = Finding::Unknown;
        quint64 position = 0; ///< Known
    };

    void insert(MessageId message, quint64 position);
    [[nodiscard]] Answer find(MessageId message) const;
    /// Forgets the messages whose rows are before `position`.
    void removeBefore(quint64 position);

    [[nodiscard]] qint64 heldBytes() const
    {
        return static_cast<qint64>(m_positions.size() * sizeof(quint64));
    }

private:
    [[nodiscard]] quint64 first() const { return m_offset + m_positions.begin(); }
    [[nodiscard]] quint64 end() const { return m_offset + m_positions.end(); }

    BlockQueue<quint64> m_positions; ///< of the rows, plus 1; 0: no row
    quint64 m_offset = 1;            ///< message number less position in m_positions
    quint64 m_firstRow = 0;          ///< position of the first row that is there
};

} // namespace signalbox::recording
