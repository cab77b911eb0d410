// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/payload_chunk.h"

#include <cstring>

namespace signalbox::recording {

PayloadChunk::PayloadChunk(quint64 id, quint32 capacityBytes)
    : m_id(id)
    , m_capacityBytes(capacityBytes)
    , m_memory(std::make_unique_for_overwrite<char[]>(capacityBytes))
{
    Q_ASSERT(id != 0);
}

PayloadRef PayloadChunk::append(QByteArrayView bytes)
{
    PayloadRef reference;
    if (!bytes.isEmpty()) {
        const std::span<char> target = reserve(static_cast<quint32>(bytes.size()), reference);
        std::memcpy(target.data(), bytes.data(), target.size());
    }
    return reference;
}

std::span<char> PayloadChunk::reserve(quint32 bytes, PayloadRef& reference)
{
    Q_ASSERT(bytes > 0 && bytes <= freeBytes());
    reference = {m_id, m_usedBytes, bytes};
    char* start = m_memory.get() + m_usedBytes;
    m_usedBytes += bytes;
    return {start, bytes};
}

QByteArrayView PayloadChunk::view(const PayloadRef& reference) const
{
    Q_ASSERT(reference.chunk == m_id && quint64{reference.offset} + reference.bytes <= m_capacityBytes);
    return {m_memory.get() + reference.offset, static_cast<qsizetype>(reference.bytes)};
}

} // namespace signalbox::recording
