// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/frame_encoder.h"

#include "server/websocket/masking.h"

#include <algorithm>

namespace signalbox::websocket {

QByteArray encodeFrame(Opcode opcode, QByteArrayView payload)
{
    Q_ASSERT(!isControl(opcode) || payload.size() <= maxControlPayloadBytes);
    return encodeWithHeader({.opcode = opcode}, payload);
}

QByteArray encodeMasked(Opcode opcode, QByteArrayView payload, const std::array<quint8, 4>& key)
{
    return encodeWithHeader({.opcode = opcode, .masked = true, .maskingKey = key}, payload);
}

QByteArray encodeWithHeader(FrameHeader header, QByteArrayView payload)
{
    header.payloadBytes = static_cast<quint64>(payload.size());
    std::array<char, maxFrameHeaderBytes> headerBytes{};
    const int headerSize = writeFrameHeader(header, headerBytes);
    QByteArray frame(headerSize + payload.size(), Qt::Uninitialized);
    char* const payloadStart = std::copy_n(headerBytes.begin(), headerSize, frame.data());
    std::copy(payload.begin(), payload.end(), payloadStart);
    if (header.masked) {
        applyMask({payloadStart, static_cast<size_t>(payload.size())}, header.maskingKey);
    }
    return frame;
}

} // namespace signalbox::websocket
