// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/service_desk.h"

#include "server/broker/xsockets_forms.h"
#include "server/core/topic_filter.h"
#include "server/message/json_text.h"
#include "server/websocket/frame_encoder.h"
#include "server/xsockets/topics.h"

#include <algorithm>
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

bool isOfGroup(const Recipient& recipient)
{
    return recipient.type == RecipientType::Group;
}

/// By the topic's own group, or by a filter that matches it.
bool subscribes(const link::ClientInfo& client, const QByteArray& group)
{
    return std::ranges::any_of(client.groups, [&group](const GroupName& of) {
        return of.bytes() == group || topicMatches(of.bytes(), group);
    });
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
    message.recipients = send.recipients;
    message.form = send.binary ? MessageForm::BinaryEnvelope : MessageForm::Envelope;
    message.header.payloadBytes = static_cast<quint64>(envelope.size());
    message.frame = websocket::encodeFrame(websocket::Opcode::Text, envelope);
    post(std::move(message), envelope);
}

void ServiceDesk::post(RoutedMessage message, const QByteArray& envelope)
{
    message.id = m_surroundings.dispatcher.nextMessage();
    message.time = m_surroundings.clock.wallNow();
    message.payload = m_surroundings.capture.recordAddressedPush(message.time, link::SenderKind::Service,
                                                                 message.id, envelope, message.recipients);
    m_surroundings.dispatcher.dispatch(std::move(message));
}

void ServiceDesk::send(const hub_task::ControllerSend& send)
{
    const services::script_act::Invoke& what = send.what;
    Recipients recipients = recipientsOf(what);
    if (recipients.empty()) { // none would mean the default group
        return;
    }
    const xsockets::Message said{what.controller,   what.topic,    what.data, 0,
                                 what.acknowledged, what.retained, what.blob};
    RoutedMessage message = routeToController(said, std::move(recipients));
    if (isOfGroup(message.recipients.front())) {
        (void)m_surroundings.sequencer.sequence(
            message); // what finds no room to be kept is passed on, and counted
    }
    const QByteArray envelope = message.payloadBytes().toByteArray();
    post(std::move(message), envelope);
}

Recipients ServiceDesk::recipientsOf(const services::script_act::Invoke& message) const
{
    const QByteArray group = xsockets::groupOf(message.controller, message.topic);
    Recipients recipients;
    if (message.subscribers && message.allBut) {
        if (!nameFault(group)) {
            recipients.push_back({RecipientType::Group, group});
            for (const ClientId client : message.clients) {
                recipients.push_back({RecipientType::AllButClient, client.text()});
            }
        }
        return recipients;
    }
    if (message.allBut) {
        for (const ClientId client : m_surroundings.directory.withController(message.controller)) {
            if (!message.clients.contains(client)) {
                recipients.push_back({RecipientType::Client, client.text()});
            }
        }
        return recipients;
    }
    for (const ClientId client : message.clients) {
        const link::ClientInfo* const known = m_surroundings.directory.find(client);
        if (known != nullptr && (message.subscribers ? subscribes(*known, group)
                                                     : known->controllers.contains(message.controller))) {
            recipients.push_back({RecipientType::Client, client.text()});
        }
    }
    return recipients;
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
