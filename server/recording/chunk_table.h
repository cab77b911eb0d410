// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/recording/payload_chunk.h"

#include <deque>
#include <vector>

namespace signalbox::recording {

/// The chunks that kept rows refer to. A chunk is let go when its producer has begun another one and no row
/// refers to it.
///
/// Thread: capture. Owner: KeptFrames.
class ChunkTable final {
public:
    /// A chunk that a producer hands on; its earlier one gets no more bytes.
    void add(std::shared_ptr<const PayloadChunk> chunk);

    /// Counts one more user of the chunk. False when the reference is empty or the chunk is not here (any
    /// more).
    bool retain(const PayloadRef& reference);
    /// Takes back one retain() that said true. Does nothing for an empty reference.
    void release(const PayloadRef& reference);

    /// The bytes; empty for an empty reference and for a chunk that is gone.
    [[nodiscard]] QByteArrayView view(const PayloadRef& reference) const;

    [[nodiscard]] qint64 heldBytes() const { return m_heldBytes; } ///< capacities of all chunks here
    [[nodiscard]] int count() const { return m_count; }

private:
    struct Entry {
        std::shared_ptr<const PayloadChunk> chunk; ///< null: was let go
        quint64 users = 0;
    };
    /// The chunks of one producer. Their sequence numbers follow one another; the last one is still appended
    /// to.
    struct Lane {
        quint64 firstSequence = 1;
        std::deque<Entry> entries;
    };

    [[nodiscard]] Entry* find(const PayloadRef& reference);
    [[nodiscard]] const Entry* find(const PayloadRef& reference) const;
    void letGoIfUnused(Lane& lane, Entry& entry);

    std::vector<Lane> m_lanes; ///< by producer
    qint64 m_heldBytes = 0;
    int m_count = 0;
};

} // namespace signalbox::recording
