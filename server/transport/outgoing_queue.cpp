// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/outgoing_queue.h"

#include <algorithm>

namespace signalbox::transport {

namespace {

constexpr qsizetype maxGatheredBytes = 64 * 1024;
constexpr size_t maxGatheredPieces = 64;

/// RFC 6455 §5.5: the top bit of the opcode says that it is a control frame.
bool isMessage(const QByteArray& frame)
{
    return (frame.front() & 0x8) == 0;
}

} // namespace

void OutgoingQueue::append(QByteArray frame)
{
    m_bytes += frame.size();
    m_frames.push_back(std::move(frame));
}

const std::vector<QByteArrayView>& OutgoingQueue::nextPieces()
{
    m_pieces.clear();
    qsizetype gathered = 0;
    for (const QByteArray& frame : m_frames) {
        const qsizetype offset = m_pieces.empty() ? m_frontOffset : 0;
        const QByteArrayView rest = QByteArrayView(frame).sliced(offset);
        if (!m_pieces.empty() &&
            (gathered + rest.size() > maxGatheredBytes || m_pieces.size() == maxGatheredPieces)) {
            break;
        }
        m_pieces.push_back(rest);
        gathered += rest.size();
    }
    return m_pieces;
}

void OutgoingQueue::consume(qsizetype bytes)
{
    Q_ASSERT(bytes <= m_bytes);
    m_bytes -= bytes;
    while (bytes > 0) {
        const qsizetype rest = m_frames.front().size() - m_frontOffset;
        if (bytes < rest) {
            m_frontOffset += bytes;
            return;
        }
        bytes -= rest;
        m_frontOffset = 0;
        m_frames.pop_front();
    }
    if (m_frames.empty()) {
        m_frames.shrink_to_fit(); // an idle client keeps nothing
    }
}

qsizetype OutgoingQueue::messages() const
{
    return std::count_if(m_frames.begin(), m_frames.end(), isMessage);
}

qsizetype OutgoingQueue::dropUnstarted()
{
    const size_t keep = m_frontOffset > 0 ? 1 : 0;
    qsizetype dropped = 0;
    while (m_frames.size() > keep) {
        m_bytes -= m_frames.back().size();
        dropped += isMessage(m_frames.back()) ? 1 : 0;
        m_frames.pop_back();
    }
    return dropped;
}

} // namespace signalbox::transport
