// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/payload_buffer.h"

#include <algorithm>
#include <utility>

namespace signalbox::websocket {

void PayloadBuffer::append(QByteArrayView piece, qsizetype mostBytes)
{
    const qsizetype needed = m_bytes.size() + piece.size();
    Q_ASSERT(needed <= mostBytes);
    if (needed > m_bytes.capacity()) {
        m_bytes.reserve(std::min(mostBytes, std::max(needed, 2 * m_bytes.size())));
    }
    m_bytes.append(piece);
}

QByteArray PayloadBuffer::take()
{
    return std::exchange(m_bytes, QByteArray());
}

} // namespace signalbox::websocket
