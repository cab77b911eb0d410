// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/frame_header.h"

#include <QtCore/QtEndian>

#include <algorithm>

namespace signalbox::websocket {

int writeFrameHeader(const FrameHeader& header, std::array<char, maxFrameHeaderBytes>& bytes)
{
    const auto bits = static_cast<quint8>(header.reservedBits << 4 | static_cast<quint8>(header.opcode));
    bytes[0] = static_cast<char>((header.fin ? 0x80 : 0) | bits);
    const quint8 maskBit = header.masked ? 0x80 : 0;
    int size = 2;
    if (header.payloadBytes < 126) {
        bytes[1] = static_cast<char>(maskBit | static_cast<quint8>(header.payloadBytes));
    } else if (header.payloadBytes <= 0xFFFF) { // RFC 6455 §5.2: the shortest form
        bytes[1] = static_cast<char>(maskBit | 126);
        qToBigEndian(static_cast<quint16>(header.payloadBytes), &bytes[2]);
        size = 4;
    } else {
        bytes[1] = static_cast<char>(maskBit | 127);
        qToBigEndian(header.payloadBytes, &bytes[2]);
        size = 10;
    }
    if (header.masked) {
        std::copy(header.maskingKey.begin(), header.maskingKey.end(), bytes.begin() + size);
        size += 4;
    }
    return size;
}

} // namespace signalbox::websocket
