// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/outgoing_queue.h"

#include <algorithm>
#include <utility>

namespace signalbox::transport {

namespace {

constexpr qsizetype maxGatheredBytes = 64 * 1024;
/// No longer list is lent; of more than this that have left the places are taken away.
constexpr size_t maxKeptFrames = 64;

/// RFC 6455 §5.5: the top bit of the opcode says that it is a control frame.
bool isMessage(const QByteArray& frame)
{
    return (frame.front() & 0x8) == 0;
}

} // namespace

void OutgoingQueue::append(QByteArray frame)
{
    m_bytes += frame.size();
    if (m_frames.capacity() == 0) {
        m_frames.swap(m_room.spareList);
    }
    m_frames.push_back(std::move(frame));
}

std::span<const QByteArrayView> OutgoingQueue::nextPieces() const
{
    auto& pieces = m_room.pieces;
    size_t count = 0;
    qsizetype gathered = 0;
    for (size_t i = m_first; i < m_frames.size() && count < pieces.size(); ++i) {
        const QByteArrayView rest = QByteArrayView(m_frames[i]).sliced(count == 0 ? m_frontOffset : 0);
        if (count > 0 && gathered + rest.size() > maxGatheredBytes) {
            break;
        }
        pieces[count++] = rest;
        gathered += rest.size();
    }
    return std::span(pieces).first(count);
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
        lendList();
    } else if (m_first >= maxKeptFrames && m_first * 2 >= m_frames.size()) {
        m_frames.erase(m_frames.begin(), m_frames.begin() + static_cast<std::ptrdiff_t>(m_first));
        m_first = 0;
    }
}

/// To the next queue that is not empty; a list that had to grow beyond what is usual goes.
void OutgoingQueue::lendList()
{
    std::vector<QByteArray> list = std::exchange(m_frames, {});
    m_first = 0;
    list.clear();
    if (list.capacity() <= maxKeptFrames && list.capacity() > m_room.spareList.capacity()) {
        m_room.spareList = std::move(list);
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
        lendList();
    }
    return dropped;
}

} // namespace signalbox::transport
