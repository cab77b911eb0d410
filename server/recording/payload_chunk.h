// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>

#include <cstring>
#include <memory>
#include <span>

namespace signalbox::recording {

/// Where bytes are: in which chunk, from where, how many. Chunk 0 is none; the bytes are empty then.
struct PayloadRef {
    quint64 chunk = 0;
    quint32 offset = 0;
    quint32 bytes = 0;

    friend bool operator==(const PayloadRef&, const PayloadRef&) = default;
};

inline constexpr quint32 defaultChunkBytes = 1024 * 1024;

/// A block of memory that is only ever appended to: payloads and whatever else a record is too small for.
///
/// Thread: one producer appends; capture reads, and only what a record that it took out of the producer's
/// CaptureRing refers to. The ring's release and acquire order the two, so there is no lock and no atomic
/// here. Owner: shared by the producer that fills it and the capture thread; freed when nothing refers to it.
class PayloadChunk final {
public:
    /// `id` is unique in the process: chunkId(). `memory` has `capacityBytes`; null: it is made here.
    PayloadChunk(quint64 id, quint32 capacityBytes, std::unique_ptr<char[]> memory = nullptr);
    Q_DISABLE_COPY_MOVE(PayloadChunk)

    [[nodiscard]] quint64 id() const { return m_id; }
    [[nodiscard]] quint32 capacityBytes() const { return m_capacityBytes; }

    /// Producer's thread.
    [[nodiscard]] quint32 freeBytes() const { return m_capacityBytes - m_usedBytes; }
    /// Producer's thread: copies `bytes` in; they must fit. Empty bytes give an empty reference.
    PayloadRef append(QByteArrayView bytes)
    {
        PayloadRef reference;
        if (!bytes.isEmpty()) {
            const std::span<char> target = reserve(static_cast<quint32>(bytes.size()), reference);
            std::memcpy(target.data(), bytes.data(), target.size());
        }
        return reference;
    }
    /// Producer's thread: the same, for bytes that the caller writes itself.
    std::span<char> reserve(quint32 bytes, PayloadRef& reference)
    {
        Q_ASSERT(bytes > 0 && bytes <= freeBytes());
        reference = {m_id, m_usedBytes, bytes};
        char* const start = m_memory.get() + m_usedBytes;
        m_usedBytes += bytes;
        return {start, bytes};
    }

    /// Any thread that got `reference` through a ring.
    [[nodiscard]] QByteArrayView view(const PayloadRef& reference) const;

private:
    const quint64 m_id;
    const quint32 m_capacityBytes;
    quint32 m_usedBytes = 0;
    std::unique_ptr<char[]> m_memory; ///< not initialised: pages that nobody wrote cost nothing
};

/// The id of a producer's chunk; `sequence` counts from 1.
[[nodiscard]] constexpr quint64 chunkId(quint32 producer, quint64 sequence)
{
    return quint64{producer} << 40 | sequence;
}
[[nodiscard]] constexpr quint32 producerOfChunk(quint64 id)
{
    return static_cast<quint32>(id >> 40);
}
[[nodiscard]] constexpr quint64 sequenceOfChunk(quint64 id)
{
    return id & ((quint64{1} << 40) - 1);
}

} // namespace signalbox::recording
