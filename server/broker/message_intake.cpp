// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/message_intake.h"

#include "server/websocket/frame_encoder.h"

namespace signalbox::broker {

MessageIntake::MessageIntake(int maxRecipients)
    : m_parser(message::EnvelopeLimits{.maxRecipients = maxRecipients})
{
}

Result<MessageIntake::Accepted> MessageIntake::accept(QByteArrayView envelopeText)
{
    Result<message::Envelope> envelope = m_parser.parse(envelopeText);
    if (!envelope) {
        return envelope.error();
    }
    Accepted accepted;
    accepted.bytesAsSent = !envelope->putRight.has_value();
    const QByteArrayView payload = accepted.bytesAsSent ? envelopeText : QByteArrayView(*envelope->putRight);
    RoutedMessage& message = accepted.message;
    message.recipients = std::move(envelope.value().recipients);
    message.header.payloadBytes = static_cast<quint64>(payload.size());
    message.frame = websocket::encodeFrame(websocket::Opcode::Text, payload);
    return accepted;
}

} // namespace signalbox::broker
