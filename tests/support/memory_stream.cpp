// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memory_stream.h"

#include <algorithm>

namespace signalbox::tests {

qsizetype MemoryStream::read(std::span<char> buffer)
{
    if (m_aborted) {
        return 0;
    }
    const qsizetype count = std::min(m_incoming.size(), static_cast<qsizetype>(buffer.size()));
    std::copy_n(m_incoming.constBegin(), count, buffer.begin());
    m_incoming.remove(0, count);
    return count;
}

qsizetype MemoryStream::write(std::span<const QByteArrayView> pieces)
{
    Q_ASSERT(!m_writingFinished); // a frame after our FIN would be lost
    qsizetype accepted = 0;
    for (const QByteArrayView piece : pieces) {
        const qsizetype room = m_aborted ? 0 : m_systemRoom + m_bufferBytes - m_unsentBytes;
        const QByteArrayView taken = piece.first(std::min(piece.size(), room));
        const qsizetype bySystem = std::min(taken.size(), m_systemRoom);
        m_systemRoom -= bySystem;
        m_unsentBytes += taken.size() - bySystem;
        m_accepted += taken;
        accepted += taken.size();
        if (taken.size() < piece.size()) {
            break;
        }
    }
    return accepted;
}

void MemoryStream::receive(const QByteArray& bytes)
{
    m_incoming += bytes;
    if (m_owner != nullptr && !m_aborted) {
        m_owner->streamReadable();
    }
}

void MemoryStream::endByPeer(const QByteArray& lastBytes)
{
    m_incoming += lastBytes;
    if (!m_aborted) {
        m_owner->streamEnded();
    }
}

void MemoryStream::setRoom(qsizetype systemBytes, qsizetype bufferBytes)
{
    m_systemRoom = systemBytes;
    m_bufferBytes = bufferBytes;
}

void MemoryStream::takeMore(qsizetype bytes)
{
    const qsizetype waiting = std::min(bytes, m_unsentBytes);
    m_unsentBytes -= waiting;
    m_systemRoom += bytes - waiting;
    if (!m_aborted) {
        m_owner->streamWritable();
    }
}

} // namespace signalbox::tests
