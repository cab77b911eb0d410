// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QObject>

namespace signalbox::websocket {

inline namespace opcode_enum {
Q_NAMESPACE
/// RFC 6455 §5.2. The values are those on the wire; the others are reserved and refused by the decoder.
enum class Opcode : quint8 {
    Continuation = 0x0,
    Text = 0x1,
    Binary = 0x2,
    Close = 0x8,
    Ping = 0x9,
    Pong = 0xA
};
Q_ENUM_NS(Opcode)
} // namespace opcode_enum

/// RFC 6455 §5.5: opcodes with the top bit set are control frames.
[[nodiscard]] constexpr bool isControl(Opcode opcode)
{
    return (static_cast<quint8>(opcode) & 0x8) != 0;
}
[[nodiscard]] bool isKnownOpcode(quint8 bits);
/// "continuation", "text", "binary", "close", "ping", "pong".
[[nodiscard]] QByteArrayView opcodeName(Opcode opcode);

} // namespace signalbox::websocket
