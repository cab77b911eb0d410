// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/dialect.h"

#include "server/message/envelope.h"
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

std::optional<EncodedMessage> encodedWithoutEnvelope(const RoutedMessage& message)
{
    switch (message.form) {
    case MessageForm::Envelope:
        return encodedMessage(websocket::Opcode::Text, message::messageText(message.payloadBytes()));
    case MessageForm::BinaryEnvelope:
        return encodedMessage(websocket::Opcode::Binary,
                              QByteArray::fromBase64(message::messageText(message.payloadBytes())));
    case MessageForm::Verbatim:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace signalbox::broker
