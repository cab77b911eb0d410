// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/recording/capture_record.h"
#include "server/recording/spare_memory.h"

#include <atomic>
#include <limits>
#include <new>
#include <optional>

namespace signalbox::recording {

/// What a full ring could not take.
struct RingLoss {
    quint64 records = 0;
    quint64 bytes = 0; ///< of payloads and whatever else would have been copied
    WallTime first{};
    WallTime last{};
};

/// Carries records from one thread to capture: one producer, one consumer, no lock. It never blocks: what
/// finds it full is counted and lost.
///
/// Owner: the broker; it outlives both threads. The slots are raw memory, so that a ring which nobody uses
/// costs nothing. Limit: `slots` records, a power of two.
class CaptureRing final {
public:
    static constexpr size_t defaultSlots = 65'536;

    explicit CaptureRing(size_t slots = defaultSlots);
    ~CaptureRing();
    Q_DISABLE_COPY_MOVE(CaptureRing)

    /// Producer's thread.
    [[nodiscard]] bool hasRoom()
    {
        const quint64 tail = m_tail.load(std::memory_order_relaxed);
        return tail - m_headSeen <= m_mask || hasRoomNow(tail);
    }
    /// Producer's thread: how many records there is room for.
    [[nodiscard]] size_t freeSlots() const;
    /// Producer's thread, only after hasRoom() said yes.
    void push(const RecordBody& body, std::shared_ptr<const PayloadChunk> chunk = nullptr)
    {
        claim(std::move(chunk)) = body;
        publish();
    }
    /// The same in two steps, without a copy: the next record, to be filled in. publish() has to follow.
    [[nodiscard]] RecordBody& claim(std::shared_ptr<const PayloadChunk> chunk)
    {
        const quint64 tail = m_tail.load(std::memory_order_relaxed);
        Q_ASSERT(tail - m_headSeen <= m_mask);
        auto* const record = new (m_slots[tail & m_mask].memory) CaptureRecord{m_blank, std::move(chunk)};
        return record->body;
    }
    /// Nobody sees a record that was claimed before this.
    void publish() // with the chunk's bytes
    {
        m_tail.store(m_tail.load(std::memory_order_relaxed) + 1, std::memory_order_release);
    }
    /// Producer's thread: a record that found no room.
    void countLost(WallTime time, quint64 bytes);

    /// Consumer's thread: the oldest record, nullptr when there is none. Valid until pop().
    [[nodiscard]] CaptureRecord* front();
    /// Consumer's thread, only after front() gave a record.
    void pop();
    /// Consumer's thread: what was lost since the last call. Records and bytes add up exactly over all calls.
    [[nodiscard]] std::optional<RingLoss> takeLoss();

    /// What goes the other way: memory for the producer's chunks.
    [[nodiscard]] SpareMemory& spareMemory() { return m_spareMemory; }

private:
    static constexpr size_t cacheLine = 64;
    struct Slot {
        alignas(cacheLine) std::byte memory[sizeof(CaptureRecord)]; // two lines, not parts of three
    };

    [[nodiscard]] bool hasRoomNow(quint64 tail);
    [[nodiscard]] CaptureRecord* slot(quint64 position) const;

    const quint64 m_mask;
    const std::unique_ptr<Slot[]> m_slots;
    const RecordBody m_blank{}; ///< copied: zeroing a record anew, GCC's `rep stos`, takes six times as long
    SpareMemory m_spareMemory;

    alignas(cacheLine) std::atomic<quint64> m_tail = 0; ///< written by the producer
    quint64 m_headSeen = 0;                             ///< the producer's last look at m_head

    alignas(cacheLine) std::atomic<quint64> m_head = 0; ///< written by the consumer
    quint64 m_tailSeen = 0;                             ///< the consumer's last look at m_tail

    // Sums that only grow, written by the producer; m_lostRecords last, so that whoever sees it sees the
    // others.
    alignas(cacheLine) std::atomic<quint64> m_lostRecords = 0;
    std::atomic<quint64> m_lostBytes = 0;
    std::atomic<qint64> m_firstLost = 0; ///< of those that the consumer has not taken; microseconds
    std::atomic<qint64> m_lastLost = 0;

    alignas(cacheLine) std::atomic<quint64> m_takenRecords = 0; ///< written by the consumer
    quint64 m_takenBytes = 0;
    qint64 m_takenUpTo = std::numeric_limits<qint64>::min(); ///< the end of the last gap; microseconds
};

} // namespace signalbox::recording
