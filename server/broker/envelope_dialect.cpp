// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/envelope_dialect.h"

#include "server/broker/error_reply.h"
#include "server/broker/frame_capture.h"
#include "server/message/envelope_error.h"

namespace signalbox::broker {

EnvelopeDialect::EnvelopeDialect(WorkerContext& context, MessageIntake& intake)
    : m_context(context)
    , m_intake(intake)
{
}

QByteArray EnvelopeDialect::name() const
{
    return QByteArrayLiteral("envelope");
}

std::optional<QByteArray> EnvelopeDialect::errorText(const Error& error) const
{
    return message::errorEnvelope(error);
}

void EnvelopeDialect::messageReceived(Session& session, const websocket::AssembledMessage& message,
                                      const websocket::DecodedFrame& lastFrame)
{
    m_context.counters.messageCame(message.payload.size());
    if (message.opcode == websocket::Opcode::Binary) {
        refuse(session, message::envelopeError(message::EnvelopeFault::BinaryNotSupported), message,
               lastFrame);
        return;
    }
    Result<MessageIntake::Accepted> accepted = m_intake.accept(message.payload);
    if (accepted) {
        route(session, std::move(accepted).value(), message, lastFrame);
    } else {
        refuse(session, accepted.error(), message, lastFrame);
    }
}

void EnvelopeDialect::route(Session& session, MessageIntake::Accepted&& accepted,
                            const websocket::AssembledMessage& message,
                            const websocket::DecodedFrame& lastFrame)
{
    RoutedMessage& routed = accepted.message;
    routed.id = m_context.dispatcher.nextMessage();
    routed.time = m_context.clock.wallNow();
    const WebhookSettings& webhook = m_context.settings.webhook;
    if (webhook.isOn()) {
        callWebhook(session, routed.id, message.payload);
    }
    if (!webhook.relays()) { // no message of the broker's: nobody is chosen, nothing is delivered
        recordReceived(m_context, session, lastFrame, message.fragment, {routed.id, true});
        return;
    }
    const recording::PayloadRef received =
        recordReceived(m_context, session, lastFrame, message.fragment, {routed.id});
    if (accepted.bytesAsSent && message.fragment == 0) { // what is delivered is what came in, byte for byte
        routed.payload = received;
    }
    m_context.dispatcher.dispatch(std::move(routed));
}

void EnvelopeDialect::callWebhook(const Session& session, MessageId id, QByteArrayView envelope)
{
    const link::ClientInfo& info = session.info();
    m_context.mailboxes.webhook.post(webhook_task::Submit{
        {id, info.client, info.user, info.groups, envelope.toByteArray(), m_context.index}});
}

void EnvelopeDialect::refuse(Session& session, const Error& error, const websocket::AssembledMessage& message,
                             const websocket::DecodedFrame& lastFrame)
{
    ++m_context.counters.messagesRefused;
    recordReceived(m_context, session, lastFrame, message.fragment);
    replyWithError(m_context, session, error);
}

} // namespace signalbox::broker
