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
    Result<message::Envelope> envelope = m_parser.parse(envelopeText.toByteArray());
    if (!envelope) {
        return envelope.error();
    }
    Accepted accepted;
    RoutedMessage& message = accepted.message;
    message.recipients = std::move(envelope.value().recipients);
    message.header.payloadBytes = static_cast<quint64>(envelope->bytes.size());
    message.frame = websocket::encodeFrame(websocket::Opcode::Text, envelope->bytes);
    accepted.bytesAsSent = envelope->bytes == envelopeText;
    return accepted;
}

} // namespace signalbox::broker
