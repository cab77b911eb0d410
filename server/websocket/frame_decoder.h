// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/websocket/frame_header.h"
#include "server/websocket/payload_buffer.h"
#include "server/websocket/protocol_error.h"

#include <QtCore/QObject>

#include <array>
#include <optional>
#include <span>

namespace signalbox::websocket {

inline namespace frame_decoder_enums {
Q_NAMESPACE
/// Which end of the connection decodes. RFC 6455 §5.1: a client masks every frame, a server none.
enum class Role { Server, Client };
Q_ENUM_NS(Role)

enum class DecodeStatus {
    NeedMore,   ///< all bytes were consumed
    FrameReady, ///< one frame is in the caller's hands; there may be more in the bytes that are left
    Failed,     ///< fault() says why; every later call answers the same
};
Q_ENUM_NS(DecodeStatus)
} // namespace frame_decoder_enums

/// One frame as it was on the wire, its payload unmasked.
struct DecodedFrame {
    FrameHeader header;
    std::array<char, maxFrameHeaderBytes> headerBytes{}; ///< exactly as received
    int headerSize = 0;                                  ///< how many of them: 2 to 14
    std::span<char> payload; ///< in the reader's or the decoder's memory: valid until the next call

    [[nodiscard]] QByteArrayView payloadView() const
    {
        return {payload.data(), static_cast<qsizetype>(payload.size())};
    }
};

/// Turns bytes into frames: RFC 6455 §5.2, without extensions. Checks each frame by itself and, while its
/// header comes in, the size of its message; the order of fragments is the MessageAssembler's to check.
///
/// Thread: any, one at a time. Owner: one direction of one connection.
/// Limits: a message, all its fragments together, has at most maxMessageBytes; a header that announces more
/// is refused before its payload arrives. Holds only a frame that did not arrive whole, in memory that grows
/// with the bytes that came, and gives it back with the next call after that frame.
class FrameDecoder final {
public:
    FrameDecoder(Role role, qint64 maxMessageBytes);

    /// Consumes the front of `bytes`, up to the end of one frame. A frame that lies wholly in `bytes` is
    /// unmasked in place and not copied. Call again until it answers NeedMore.
    [[nodiscard]] DecodeStatus next(std::span<char>& bytes, DecodedFrame& frame);

    /// Why next() answered Failed.
    [[nodiscard]] ProtocolFault fault() const { return m_fault.value(); }
    /// A frame has begun and has not ended: the time for it is running.
    [[nodiscard]] bool insideFrame() const { return m_stage != Stage::HandedOut && m_headerSize > 0; }
    /// Memory held for a payload.
    [[nodiscard]] qint64 bufferedBytes() const { return m_payload.capacityBytes(); }

private:
    enum class Stage { FirstByte, SecondByte, ExtendedLength, MaskingKey, Payload, HandedOut };

    void beginFrame();
    bool takeHeaderBytes(std::span<char>& bytes);
    std::optional<ProtocolFault> finishHeaderStage();
    std::optional<ProtocolFault> readFirstByte();
    std::optional<ProtocolFault> readSecondByte();
    std::optional<ProtocolFault> readExtendedLength();
    std::optional<ProtocolFault> checkMessageBytes();
    DecodeStatus readPayload(std::span<char>& bytes, DecodedFrame& frame);

    Role m_role;
    Stage m_stage = Stage::FirstByte;
    int m_headerSize = 0; ///< bytes of the header that arrived
    int m_stageEnd = 1;   ///< bytes of the header with which the stage ends
    std::array<char, maxFrameHeaderBytes> m_headerBytes{};
    FrameHeader m_header;
    quint64 m_maxMessageBytes;
    quint64 m_messageBytes = 0; ///< of the unfinished message
    PayloadBuffer m_payload;
    std::optional<ProtocolFault> m_fault;
};

} // namespace signalbox::websocket
