// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/operator_sends.h"

#include "server/broker/log_lines.h"
#include "server/core/recipient_words.h"
#include "server/message/envelope_error.h"
#include "server/websocket/frame_encoder.h"
#include "server/websocket/utf8_validator.h"

#include <optional>

namespace signalbox::broker {

namespace {

std::optional<Error> recipientsError(const Recipients& recipients, int maxRecipients)
{
    using message::EnvelopeFault;
    if (recipients.size() > static_cast<size_t>(maxRecipients)) {
        return message::envelopeError(EnvelopeFault::TooManyRecipients, QString::number(maxRecipients));
    }
    for (size_t i = 0; i < recipients.size(); ++i) {
        if (!canBeRecipient(recipients[i])) {
            return message::envelopeError(
                EnvelopeFault::BadRecipient,
                QStringLiteral("recipient %1 names nothing that there can be").arg(i + 1));
        }
    }
    return std::nullopt;
}

std::optional<Error> payloadError(const link::SendPayload& command, qint64 maxBytes)
{
    if (command.payload.size() > maxBytes) {
        return Error{"payload.too_large",
                     QStringLiteral("The payload has %1 bytes; limits.max_message allows %2.")
                         .arg(command.payload.size())
                         .arg(maxBytes)};
    }
    if (!command.binary && !websocket::isUtf8(command.payload)) { // RFC 6455 §8.1
        return Error{"payload.not_utf8",
                     QStringLiteral("A text frame holds UTF-8, which this is not: send it as binary.")};
    }
    return std::nullopt;
}

} // namespace

OperatorSends::OperatorSends(const Clock& clock, Dispatcher& dispatcher, recording::CaptureWriter& capture,
                             const Limits& limits, std::function<bool()> isAnyoneAttached)
    : m_clock(clock)
    , m_dispatcher(dispatcher)
    , m_capture(capture)
    , m_limits(limits)
    , m_isAnyoneAttached(std::move(isAnyoneAttached))
    , m_intake(limits.maxRecipients)
{
}

Result<void> OperatorSends::send(const link::SendMessage& command, Dispatcher::Answer answer)
{
    Result<MessageIntake::Accepted> accepted = m_intake.accept(command.envelope);
    if (!accepted) {
        return accepted.error();
    }
    RoutedMessage message = std::move(accepted).value().message;
    message.id = m_dispatcher.nextMessage();
    message.time = m_clock.wallNow();
    message.payload =
        m_capture.recordPush(message.time, link::SenderKind::Operator, message.id, message.payloadBytes());
    dispatch(std::move(message), command.confirm, std::move(answer));
    return {};
}

Result<void> OperatorSends::send(const link::SendPayload& command, Dispatcher::Answer answer)
{
    if (auto error = payloadError(command, m_limits.maxMessageBytes)) {
        return *std::move(error);
    }
    if (auto error = recipientsError(command.recipients, m_limits.maxRecipients)) {
        return *std::move(error);
    }
    RoutedMessage message;
    message.id = m_dispatcher.nextMessage();
    message.time = m_clock.wallNow();
    message.recipients = command.recipients;
    message.form = MessageForm::Verbatim;
    message.header.opcode = command.binary ? websocket::Opcode::Binary : websocket::Opcode::Text;
    message.header.payloadBytes = static_cast<quint64>(command.payload.size());
    message.frame = websocket::encodeFrame(message.header.opcode, command.payload);
    message.payload = m_capture.recordRawPush(message.time, message.id, message.header, command.payload,
                                              command.recipients);
    dispatch(std::move(message), command.confirm, std::move(answer));
    return {};
}

void OperatorSends::dispatch(RoutedMessage message, bool confirm, Dispatcher::Answer answer)
{
    message.confirm = confirm && m_isAnyoneAttached();
    if (message.confirm) {
        message.sentAt = m_clock.steadyNow();
    }
    message.detail = true;
    m_dispatcher.dispatch(std::move(message), [answer = std::move(answer)](Receipt receipt) {
        qCInfo(logBroker).noquote() << pushLine(receipt, QStringLiteral("the operator"));
        answer(std::move(receipt));
    });
}

} // namespace signalbox::broker
