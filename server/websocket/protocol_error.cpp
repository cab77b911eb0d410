// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/protocol_error.h"

#include "server/websocket/close_code.h"

#include <array>

namespace signalbox::websocket {

namespace {

struct Row {
    ProtocolFault fault;
    quint16 closeCode;
    const char* code;
    const char* text; // ASCII
};

// In the order of the enum. The codes are part of the manual: add rows, never change one.
constexpr std::array table{
    Row{ProtocolFault::ReservedBits, close_code::protocolError, "websocket.reserved_bits",
        "A frame has a reserved bit set, and no extension was negotiated."}, // RFC 6455 §5.2
    Row{ProtocolFault::ReservedOpcode, close_code::protocolError, "websocket.reserved_opcode",
        "A frame has an opcode that RFC 6455 reserves."}, // §5.2
    Row{ProtocolFault::FragmentedControlFrame, close_code::protocolError,
        "websocket.fragmented_control_frame",
        "A control frame (close, ping, pong) must not be fragmented."}, // §5.5
    Row{ProtocolFault::LongControlFrame, close_code::protocolError, "websocket.long_control_frame",
        "A control frame (close, ping, pong) holds 125 bytes at most."}, // §5.5
    Row{ProtocolFault::UnmaskedFrame, close_code::protocolError, "websocket.unmasked_frame",
        "A client must mask each frame that it sends."}, // §5.1
    Row{ProtocolFault::MaskedFrame, close_code::protocolError, "websocket.masked_frame",
        "A server must not mask a frame."}, // §5.1
    Row{ProtocolFault::LengthNotShortest, close_code::protocolError, "websocket.length_not_shortest",
        "The length of a frame must be written in the shortest form."}, // §5.2
    Row{ProtocolFault::LengthTooLarge, close_code::protocolError, "websocket.length_too_large",
        "The top bit of a 64-bit length must be 0."}, // §5.2
    Row{ProtocolFault::MessageTooBig, close_code::messageTooBig, "websocket.message_too_big",
        "The message is larger than the limit for one message."}, // §7.4.1
    Row{ProtocolFault::TooManyFragments, close_code::policyViolation, "websocket.too_many_fragments",
        "A message may have 16384 fragments at most."}, // §7.4.1
    Row{ProtocolFault::UnexpectedContinuation, close_code::protocolError, "websocket.unexpected_continuation",
        "A continuation frame came without a message to continue."}, // §5.4
    Row{ProtocolFault::UnfinishedMessage, close_code::protocolError, "websocket.unfinished_message",
        "A new message began before the fragmented one was finished."}, // §5.4
    Row{ProtocolFault::TextNotUtf8, close_code::invalidPayload, "websocket.text_not_utf8",
        "A text message is not valid UTF-8."}, // §8.1
    Row{ProtocolFault::CloseCodeCut, close_code::protocolError, "websocket.close_code_cut",
        "A close frame holds a code of two bytes, or nothing."}, // §5.5.1
    Row{ProtocolFault::CloseCodeNotAllowed, close_code::protocolError, "websocket.close_code_not_allowed",
        "The close code may not be used in a close frame."}, // §7.4
    Row{ProtocolFault::CloseReasonNotUtf8, close_code::invalidPayload, "websocket.close_reason_not_utf8",
        "The reason of a close frame is not valid UTF-8."}, // §5.5.1
};

consteval bool isInOrder()
{
    for (size_t i = 0; i < table.size(); ++i) {
        if (static_cast<size_t>(table[i].fault) != i) {
            return false;
        }
    }
    return table.back().fault == ProtocolFault::CloseReasonNotUtf8; // the last of the enum
}
static_assert(isInOrder(), "the table is indexed by the enum");

} // namespace

ProtocolError protocolError(ProtocolFault fault)
{
    const Row& row = table[static_cast<size_t>(fault)];
    return {row.closeCode, QByteArray(row.code), QString::fromLatin1(row.text)};
}

} // namespace signalbox::websocket
