// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <span>

namespace signalbox::websocket {

/// The payload of one frame or message that comes in pieces.
///
/// Memory follows what arrived, never what was announced: it doubles, up to `mostBytes`, and is given back as
/// a whole. Limit: at most twice the bytes that arrived, and never more than mostBytes.
class PayloadBuffer final {
public:
    /// `mostBytes`: what the buffer can come to hold in the end, this piece included.
    void append(QByteArrayView piece, qsizetype mostBytes);
    /// The bytes, and with them the memory.
    [[nodiscard]] QByteArray take();
    void release() { m_bytes.clear(); }

    [[nodiscard]] std::span<char> bytes() { return {m_bytes.data(), static_cast<size_t>(m_bytes.size())}; }
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }
    [[nodiscard]] qsizetype capacityBytes() const { return m_bytes.capacity(); }

private:
    QByteArray m_bytes;
};

} // namespace signalbox::websocket
