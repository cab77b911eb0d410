// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/service_desk.h"

#include "server/message/json_text.h"
#include "server/websocket/frame_encoder.h"

namespace signalbox::broker {

namespace {

/// As envelope clients get it, when they are in a group that a service sends to.
QByteArray envelopeOf(const hub_task::ServiceSend& send)
{
    const QByteArray message = send.binary ? QByteArray('"' + send.payload.toBase64() + '"')
                                           : message::jsonString(QByteArrayView(send.payload));
    return R"({"action":"message","message":)" + message + (send.binary ? R"(,"encoding":"base64"})" : "}");
}

} // namespace

ServiceDesk::ServiceDesk(const Clock& clock, Mailboxes& mailboxes, Dispatcher& dispatcher,
                         recording::CaptureWriter& capture)
    : m_clock(clock)
    , m_mailboxes(mailboxes)
    , m_dispatcher(dispatcher)
    , m_capture(capture)
{
}

void ServiceDesk::send(const hub_task::ServiceSend& send)
{
    const QByteArray envelope = envelopeOf(send);
    RoutedMessage message;
    message.id = m_dispatcher.nextMessage();
    message.time = m_clock.wallNow();
    message.recipients = send.recipients;
    message.form = send.binary ? MessageForm::BinaryEnvelope : MessageForm::Envelope;
    message.header.payloadBytes = static_cast<quint64>(envelope.size());
    message.frame = websocket::encodeFrame(websocket::Opcode::Text, envelope);
    message.payload = m_capture.recordAddressedPush(message.time, link::SenderKind::Service, message.id,
                                                    envelope, message.recipients);
    m_dispatcher.dispatch(std::move(message));
}

void ServiceDesk::carryOut(const hub_task::ServiceAct& act)
{
    constexpr link::CommandId nobodyWaits = 0;
    m_mailboxes.workers[static_cast<size_t>(act.worker)]->post(
        worker_task::Act{nobodyWaits, act.what, link::SenderKind::Service});
}

} // namespace signalbox::broker
