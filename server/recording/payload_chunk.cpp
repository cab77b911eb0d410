// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/payload_chunk.h"

#include <utility>

namespace signalbox::recording {

PayloadChunk::PayloadChunk(quint64 id, quint32 capacityBytes, std::unique_ptr<char[]> memory)
    : m_id(id)
    , m_capacityBytes(capacityBytes)
    , m_memory(memory ? std::move(memory) : std::make_unique_for_overwrite<char[]>(capacityBytes))
{
    Q_ASSERT(id != 0);
}

QByteArrayView PayloadChunk::view(const PayloadRef& reference) const
{
    Q_ASSERT(reference.chunk == m_id && quint64{reference.offset} + reference.bytes <= m_capacityBytes);
    return {m_memory.get() + reference.offset, static_cast<qsizetype>(reference.bytes)};
}

} // namespace signalbox::recording
