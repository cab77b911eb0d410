// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/capture_ring.h"

#include <algorithm>
#include <bit>
#include <new>

namespace signalbox::recording {

CaptureRing::CaptureRing(size_t slots)
    : m_mask(slots - 1)
    , m_slots(std::make_unique_for_overwrite<Slot[]>(slots))
{
    Q_ASSERT(std::has_single_bit(slots));
}

CaptureRing::~CaptureRing()
{
    while (front() != nullptr) {
        pop();
    }
}

CaptureRecord* CaptureRing::slot(quint64 position) const
{
    return std::launder(reinterpret_cast<CaptureRecord*>(m_slots[position & m_mask].memory));
}

/// The consumer has gone on since the last look, perhaps.
bool CaptureRing::hasRoomNow(quint64 tail)
{
    m_headSeen = m_head.load(std::memory_order_acquire);
    return tail - m_headSeen <= m_mask;
}

size_t CaptureRing::freeSlots() const
{
    const quint64 used = m_tail.load(std::memory_order_relaxed) - m_head.load(std::memory_order_acquire);
    return static_cast<size_t>(m_mask + 1 - used);
}

void CaptureRing::countLost(WallTime time, quint64 bytes)
{
    const quint64 lost = m_lostRecords.load(std::memory_order_relaxed);
    const qint64 microseconds = time.time_since_epoch().count();
    if (m_takenRecords.load(std::memory_order_acquire) ==
        lost) { // all earlier ones were taken: a new gap begins
        m_firstLost.store(microseconds, std::memory_order_relaxed);
    }
    m_lastLost.store(microseconds, std::memory_order_relaxed);
    m_lostBytes.store(m_lostBytes.load(std::memory_order_relaxed) + bytes, std::memory_order_relaxed);
    m_lostRecords.store(lost + 1, std::memory_order_release);
}

CaptureRecord* CaptureRing::front()
{
    const quint64 head = m_head.load(std::memory_order_relaxed);
    if (head == m_tailSeen) {
        m_tailSeen = m_tail.load(std::memory_order_acquire);
    }
    return head == m_tailSeen ? nullptr : slot(head);
}

void CaptureRing::pop()
{
    const quint64 head = m_head.load(std::memory_order_relaxed);
    Q_ASSERT(head != m_tailSeen);
    slot(head)->~CaptureRecord();
    m_head.store(head + 1, std::memory_order_release);
}

std::optional<RingLoss> CaptureRing::takeLoss()
{
    const quint64 lost = m_lostRecords.load(std::memory_order_acquire);
    const quint64 taken = m_takenRecords.load(std::memory_order_relaxed);
    if (lost == taken) {
        return std::nullopt;
    }
    // The producer may be counting the next loss meanwhile: its bytes then fall into this gap and are missing
    // from the next, so the sums stay exact.
    const quint64 bytes = m_lostBytes.load(std::memory_order_relaxed);
    const qint64 last = m_lastLost.load(std::memory_order_relaxed);
    const qint64 first = std::max(m_firstLost.load(std::memory_order_relaxed), m_takenUpTo);
    const RingLoss loss{lost - taken, bytes - m_takenBytes, WallTime(std::chrono::microseconds(first)),
                        WallTime(std::chrono::microseconds(std::max(first, last)))};
    m_takenBytes = bytes;
    m_takenUpTo = last;
    m_takenRecords.store(lost, std::memory_order_release);
    return loss;
}

} // namespace signalbox::recording
