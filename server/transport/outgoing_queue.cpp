// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/outgoing_queue.h"

#include <algorithm>
#include <utility>

namespace signalbox::transport {

namespace {

constexpr qsizetype maxGatheredBytes = 64 * 1024;
/// An empty queue holds on to no more than this.
constexpr size_t maxKeptFrames = 32;

/// RFC 6455 §5.5: the top bit of the opcode says that it is a control frame.
bool isMessage(const QByteArray& frame)
{
    return (frame.front() & 0x8) == 0;
}

} // namespace

void OutgoingQueue::append(QByteArray frame)
{
    m_bytes += frame.size();
    m_wasUsed = true;
    m_frames.push_back(std::move(frame));
}

std::span<const QByteArrayView> OutgoingQueue::nextPieces(Pieces& room) const
{
    size_t count = 0;
    qsizetype gathered = 0;
    for (size_t i = m_first; i < m_frames.size() && count < room.size(); ++i) {
        const QByteArrayView rest = QByteArrayView(m_frames[i]).sliced(count == 0 ? m_frontOffset : 0);
        if (count > 0 && gathered + rest.size() > maxGatheredBytes) {
            break;
        }
        room[count++] = rest;
        gathered += rest.size();
    }
    return std::span(room).first(count);
}

void OutgoingQueue::consume(qsizetype bytes)
{
    Q_ASSERT(bytes <= m_bytes);
    m_bytes -= bytes;
    while (bytes > 0) {
        const qsizetype rest = m_frames[m_first].size() - m_frontOffset;
        if (bytes < rest) {
            m_frontOffset += bytes;
            return;
        }
        bytes -= rest;
        removeFront();
    }
}

/// What has left is given back at once; its place in the list later, many at a time.
void OutgoingQueue::removeFront()
{
    m_frontOffset = 0;
    m_frames[m_first] = QByteArray();
    ++m_first;
    if (isEmpty()) {
        m_frames.clear();
        m_first = 0;
        if (m_frames.capacity() > maxKeptFrames) {
            m_frames.shrink_to_fit();
        }
    } else if (m_first >= maxKeptFrames && m_first * 2 >= m_frames.size()) {
        m_frames.erase(m_frames.begin(), m_frames.begin() + static_cast<std::ptrdiff_t>(m_first));
        m_first = 0;
    }
}

void OutgoingQueue::giveBack()
{
    if (!std::exchange(m_wasUsed, false) && m_frames.empty()) {
        m_frames.shrink_to_fit();
    }
}

qsizetype OutgoingQueue::messages() const
{
    return std::count_if(m_frames.begin() + static_cast<std::ptrdiff_t>(m_first), m_frames.end(), isMessage);
}

qsizetype OutgoingQueue::dropUnstarted()
{
    const size_t keep = m_first + (m_frontOffset > 0 ? 1 : 0);
    qsizetype dropped = 0;
    while (m_frames.size() > keep) {
        m_bytes -= m_frames.back().size();
        dropped += isMessage(m_frames.back()) ? 1 : 0;
        m_frames.pop_back();
    }
    if (isEmpty()) {
        m_frames = {};
        m_first = 0;
    }
    return dropped;
}

} // namespace signalbox::transport
