// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/dialect.h"

#include "server/websocket/frame_encoder.h"

namespace signalbox::broker {

EncodedMessage encodedMessage(websocket::Opcode opcode, const QByteArray& payload)
{
    EncodedMessage message;
    message.header.opcode = opcode;
    message.header.payloadBytes = static_cast<quint64>(payload.size());
    message.frame = websocket::encodeFrame(opcode, payload);
    return message;
}

} // namespace signalbox::broker
