// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/opcode.h"

namespace signalbox::websocket {

bool isKnownOpcode(quint8 bits)
{
    return bits <= 0x2 || (bits >= 0x8 && bits <= 0xA);
}

QByteArrayView opcodeName(Opcode opcode)
{
    switch (opcode) {
    case Opcode::Continuation:
        return "continuation";
    case Opcode::Text:
        return "text";
    case Opcode::Binary:
        return "binary";
    case Opcode::Close:
        return "close";
    case Opcode::Ping:
        return "ping";
    case Opcode::Pong:
        return "pong";
    }
    Q_UNREACHABLE();
}

} // namespace signalbox::websocket
