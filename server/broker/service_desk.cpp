// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/service_desk.h"

#include "server/message/json_text.h"
#include "server/websocket/frame_encoder.h"

#include <optional>
#include <type_traits>
#include <variant>

namespace signalbox::broker {

namespace {

/// As envelope clients get it, when they are in a group that a service sends to.
QByteArray envelopeOf(const hub_task::ServiceSend& send)
{
    const QByteArray message = send.binary ? QByteArray('"' + send.payload.toBase64() + '"')
                                           : message::jsonString(QByteArrayView(send.payload));
    return R"({"action":"message","message":)" + message + (send.binary ? R"(,"encoding":"base64"})" : "}");
}

std::optional<link::ServiceCommand> serviceCommand(const link::Command& command)
{
    return std::visit(
        []<typename What>(const What& what) -> std::optional<link::ServiceCommand> {
            if constexpr (std::is_same_v<What, link::SetServiceEnabled> ||
                          std::is_same_v<What, link::ReloadService> ||
                          std::is_same_v<What, link::AddExampleService>) {
                return what;
            } else {
                return std::nullopt;
            }
        },
        command);
}

} // namespace

ServiceDesk::ServiceDesk(const Surroundings& surroundings)
    : m_surroundings(surroundings)
{
}

void ServiceDesk::send(const hub_task::ServiceSend& send)
{
    const QByteArray envelope = envelopeOf(send);
    RoutedMessage message;
    message.id = m_surroundings.dispatcher.nextMessage();
    message.time = m_surroundings.clock.wallNow();
    message.recipients = send.recipients;
    message.form = send.binary ? MessageForm::BinaryEnvelope : MessageForm::Envelope;
    message.header.payloadBytes = static_cast<quint64>(envelope.size());
    message.frame = websocket::encodeFrame(websocket::Opcode::Text, envelope);
    message.payload = m_surroundings.capture.recordAddressedPush(message.time, link::SenderKind::Service,
                                                                 message.id, envelope, message.recipients);
    m_surroundings.dispatcher.dispatch(std::move(message));
}

void ServiceDesk::carryOut(const hub_task::ServiceAct& act)
{
    constexpr link::CommandId nobodyWaits = 0;
    m_surroundings.mailboxes.workers[static_cast<size_t>(act.worker)]->post(
        worker_task::Act{nobodyWaits, act.what, link::SenderKind::Service});
}

void ServiceDesk::carryOut(link::CommandId id, const link::Command& command)
{
    if (!isThere()) {
        m_surroundings.feeds.answer(
            {id, Error{"service.none", QStringLiteral("This broker has no services.")}});
        return;
    }
    if (auto wanted = serviceCommand(command)) {
        m_surroundings.mailboxes.services.post(services_task::Command{id, *std::move(wanted)});
    }
}

void ServiceDesk::attach(link::LinkId link)
{
    if (isThere()) {
        m_surroundings.mailboxes.services.post(services_task::AttachConsole{link});
    } else {
        link::ServicesChanged none;
        none.availability = m_surroundings.availability;
        m_surroundings.feeds.tell(link, std::move(none));
    }
}

void ServiceDesk::nobodyLooks()
{
    if (isThere()) {
        m_surroundings.mailboxes.services.post(services_task::NobodyLooks{});
    }
}

bool isServiceCommand(const link::Command& command)
{
    return serviceCommand(command).has_value();
}

} // namespace signalbox::broker
