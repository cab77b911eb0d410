// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/websocket/frame_decoder.h"
#include "server/websocket/payload_buffer.h"
#include "server/websocket/protocol_error.h"
#include "server/websocket/utf8_validator.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QObject>

#include <optional>

namespace signalbox::websocket {

inline namespace message_assembler_enums {
Q_NAMESPACE
enum class AssembleStatus {
    Incomplete,   ///< a fragment was added; its message goes on
    MessageReady, ///< a text or binary message is whole
    Control,      ///< a close, ping or pong frame, passed through
    Failed,       ///< fault() says why; every later call answers the same
};
Q_ENUM_NS(AssembleStatus)
} // namespace message_assembler_enums

/// A message, or a control frame. Incomplete sets `fragment` and the message's `opcode` only.
struct AssembledMessage {
    Opcode opcode = Opcode::Text; ///< never Continuation
    QByteArrayView payload;       ///< into `assembled`, or, for a message of one frame, into that frame
    quint32 fragment = 0; ///< the number of the frame just added: 1, 2, …; 0: it is the whole message
    QByteArray assembled; ///< the payload of a fragmented message; empty otherwise
};

/// More than any honest client sends, and a bound for floods of empty fragments.
inline constexpr quint32 maxFragments = 16'384;

/// Turns frames into messages: RFC 6455 §5.4. Text is checked as each frame comes (§8.1), so bad UTF-8 fails
/// with the frame that holds it. Control frames pass between fragments.
///
/// Thread: any, one at a time. Owner: one direction of one connection.
/// Limits: maxMessageBytes over all fragments, maxFragments for each message, empty ones included. A message
/// of one frame is not copied. An unfinished message is one buffer, at most twice the bytes that arrived,
/// without overhead for a fragment; with the message it goes to the caller, so nothing is held between
/// messages.
class MessageAssembler final {
public:
    explicit MessageAssembler(qint64 maxMessageBytes);

    /// Takes the next frame of the connection, as a FrameDecoder gave it.
    [[nodiscard]] AssembleStatus add(const DecodedFrame& frame, AssembledMessage& message);

    /// Why add() answered Failed.
    [[nodiscard]] ProtocolFault fault() const { return m_fault.value(); }
    [[nodiscard]] bool insideMessage() const { return m_fragments > 0; }
    /// Memory held for an unfinished message.
    [[nodiscard]] qint64 bufferedBytes() const { return m_payload.capacityBytes(); }

private:
    AssembleStatus addWhole(const DecodedFrame& frame, AssembledMessage& message);
    AssembleStatus addFragment(const DecodedFrame& frame, AssembledMessage& message);
    AssembleStatus fail(ProtocolFault fault);
    [[nodiscard]] std::optional<ProtocolFault> faultOfOrder(const FrameHeader& header) const;
    [[nodiscard]] std::optional<ProtocolFault> faultOfSize(const DecodedFrame& frame) const;

    qint64 m_maxMessageBytes;
    quint32 m_fragments = 0; ///< of the unfinished message; 0: there is none
    Opcode m_opcode = Opcode::Text;
    Utf8Validator m_utf8;
    PayloadBuffer m_payload;
    std::optional<ProtocolFault> m_fault;
};

} // namespace signalbox::websocket
