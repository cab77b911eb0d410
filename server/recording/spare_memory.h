// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/recording/payload_chunk.h"

#include <atomic>

namespace signalbox::recording {

/// The memory of a producer's next chunk. Capture gets it from the system ahead of time and touches its
/// pages, so that a producer neither asks for memory nor waits for pages while it records.
///
/// Thread: capture refills, one producer takes. Owner: the CaptureRing between the two. Limit: one block of
/// defaultChunkBytes, none before the producer's first chunk; it is beside capture's budget.
class SpareMemory final {
public:
    SpareMemory() = default;
    ~SpareMemory();
    Q_DISABLE_COPY_MOVE(SpareMemory)

    /// Capture's thread: makes a block unless one waits.
    void refill();
    /// Producer's thread: defaultChunkBytes, null when no block waits.
    [[nodiscard]] std::unique_ptr<char[]> take();

private:
    std::atomic<char*> m_block = nullptr;
};

} // namespace signalbox::recording
