// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "server/recording/block_queue.h"

#include <vector>

namespace signalbox::recording {

/// Which rows are about a message without being its own: the HTTP request that it came with, the calls of the
/// webhook. They are few beside the frames, and are looked for when a row is selected: a list that is walked
/// through.
///
/// Thread: capture. Owner: KeptFrames.
class RelatedRows final {
public:
    /// Positions ascend.
    void insert(MessageId message, quint64 position);
    /// In the order in which they came.
    [[nodiscard]] std::vector<quint64> find(MessageId message) const;
    /// Forgets the rows before `position`.
    void removeBefore(quint64 position);

    [[nodiscard]] qint64 heldBytes() const { return static_cast<qint64>(m_entries.size() * sizeof(Entry)); }

private:
    struct Entry {
        quint64 message = 0; ///< its number
        quint64 position = 0;
    };

    BlockQueue<Entry, 256> m_entries;
};

} // namespace signalbox::recording
