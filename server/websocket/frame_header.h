// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/websocket/opcode.h"

#include <array>
#include <cstdint>

namespace signalbox::websocket {

/// The header of one frame as it was on the wire: RFC 6455 §5.2. A value, 16 bytes.
struct FrameHeader {
    bool fin = true;
    quint8 reservedBits = 0; ///< RSV1 is 4, RSV2 is 2, RSV3 is 1
    Opcode opcode = Opcode::Text;
    bool masked = false;
    std::array<quint8, 4> maskingKey{}; ///< zeros when not masked
    quint64 payloadBytes = 0;

    /// 2, 4 or 10 bytes, plus 4 for the masking key.
    [[nodiscard]] constexpr int headerBytes() const
    {
        const int lengthForm = payloadBytes < 126 ? 2 : payloadBytes <= 0xFFFF ? 4 : 10;
        return lengthForm + (masked ? 4 : 0);
    }

    friend bool operator==(const FrameHeader&, const FrameHeader&) = default;
};

static_assert(sizeof(FrameHeader) == 16, "a copy goes into each record of a frame");

inline constexpr int maxFrameHeaderBytes = 14;
inline constexpr int maxControlPayloadBytes = 125; // RFC 6455 §5.5

/// Writes the header's bytes in the shortest length form and returns how many there are (2 to 14).
int writeFrameHeader(const FrameHeader& header, std::array<char, maxFrameHeaderBytes>& bytes);

} // namespace signalbox::websocket
