// SPDX-License-Identifier: GPL-3.0-or-later
// What ServicesActor does for the controllers and the subprotocols of scripts.
#include "server/broker/services_actor.h"

#include "server/xsockets/fault.h"
#include "server/xsockets/message_reader.h"
#include "server/xsockets/topics.h"

namespace signalbox::broker {

using namespace services;
using namespace Qt::StringLiterals;

namespace {

constexpr int succeeded = 200;
constexpr int nothingReturned = 204;

std::optional<Error> refusalIn(const ScriptCall::Outcome& outcome, const QByteArray& controller)
{
    if (const auto* const error = std::get_if<Error>(&outcome)) {
        return *error;
    }
    if (std::get<ScriptResponse>(outcome).status == succeeded) {
        return std::nullopt;
    }
    return Error{"service.not_authorized",
                 u"The controller %1 does not let this client in."_s.arg(QString::fromUtf8(controller))};
}

/// What decode() returned.
std::variant<std::optional<xsockets::Message>, Error> decodedOf(const ScriptCall::Outcome& outcome)
{
    if (const auto* const error = std::get_if<Error>(&outcome)) {
        return *error;
    }
    const ScriptResponse& response = std::get<ScriptResponse>(outcome);
    if (response.status == nothingReturned) {
        return std::optional<xsockets::Message>();
    }
    const Result<xsockets::Message> message = xsockets::readMessage(response.body);
    if (!message) {
        return message.error();
    }
    return std::optional(message.value());
}

} // namespace

void ServicesActor::handle(services_task::AuthorizationAsked& task)
{
    auto then = [this, worker = task.worker, client = task.client.client,
                 controller = task.controller](const ScriptCall::Outcome& outcome) {
        m_mailboxes.workers[static_cast<size_t>(worker)]->post(
            worker_task::ControllerAdmitted{client, controller, refusalIn(outcome, controller)});
    };
    ask(task.service, to_script::AuthorizationAsked{std::move(task.client), std::move(task.request)},
        std::move(then));
}

void ServicesActor::handle(services_task::ControllerOpened& task)
{
    const ClientId client = task.client.client;
    const bool isBack = task.client.isBack;
    m_clients.controllerOpened(task.worker, task.service, task.client);
    Service* const service = find(task.service);
    if (service == nullptr) {
        return;
    }
    (void)service->call({to_script::ControllerOpened{std::move(task.client)}, {}});
    if (isBack) {
        (void)service->call({to_script::ControllerReopened{client}, {}});
    }
}

void ServicesActor::handle(services_task::ControllerCalled& task)
{
    if (!m_clients.hasController(task.service, task.client)) {
        return; // its service has closed it, and what it sent before was on its way
    }
    xsockets::Message& message = task.message;
    auto then = [this, client = task.client, controller = message.controller, topic = message.topic](
                    const ScriptCall::Outcome& outcome) { answerCaller(controller, client, topic, outcome); };
    ask(task.service,
        to_script::ControllerCalled{task.client, std::move(message.topic), std::move(message.data),
                                    std::move(message.blob)},
        std::move(then));
}

/// What a method returns comes on its topic, what it throws on that of errors.
void ServicesActor::answerCaller(const QByteArray& controller, ClientId client, const QByteArray& topic,
                                 const ScriptCall::Outcome& outcome)
{
    script_act::Invoke answer{controller, topic, {}, false, {client}};
    if (const auto* const error = std::get_if<Error>(&outcome)) {
        answer.topic = xsockets::topicOf(xsockets::Verb::Error);
        answer.data = xsockets::faultData(*error);
    } else if (const ScriptResponse& response = std::get<ScriptResponse>(outcome);
               response.status == succeeded) {
        answer.data = response.body;
    } else {
        return;
    }
    m_mailboxes.hub.post(hub_task::ControllerSend{std::move(answer)});
}

void ServicesActor::handle(services_task::PropertySet& task)
{
    m_clients.setProperty(task.service, task.client, task.property);
    if (Service* const service = find(task.service); service != nullptr && m_clients.isOpen(task.client)) {
        (void)service->call(
            {to_script::PropertySet{task.client, task.property.name, std::move(task.property.value)}, {}});
    }
}

void ServicesActor::handle(services_task::ControllerClosed& task)
{
    Service* const service = find(task.service);
    if (m_clients.controllerClosed(task.service, task.client) && service != nullptr) {
        (void)service->call({to_script::ControllerClosed{task.client}, {}});
    }
    if (m_clients.find(task.client) == nullptr) {
        m_store.closed(task.client);
    }
}

void ServicesActor::handle(services_task::FrameCame& task)
{
    auto then = [this, worker = task.worker, client = task.client](const ScriptCall::Outcome& outcome) {
        m_mailboxes.workers[static_cast<size_t>(worker)]->post(
            worker_task::Decoded{client, decodedOf(outcome)});
    };
    ask(task.service, to_script::FrameCame{std::move(task.payload), task.binary}, std::move(then));
}

void ServicesActor::handle(services_task::EncodingAsked& task)
{
    auto then = [this, worker = task.worker, ticket = task.ticket](ScriptCall::Outcome outcome) {
        m_mailboxes.workers[static_cast<size_t>(worker)]->post(
            worker_task::Encoded{ticket, std::move(outcome)});
    };
    ask(task.service, to_script::EncodingAsked{std::move(task.message), std::move(task.blob)},
        std::move(then));
}

Result<void> ServicesActor::carryOut(const QByteArray& /*service*/, const script_act::Invoke& act)
{
    m_mailboxes.hub.post(hub_task::ControllerSend{act});
    return {};
}

Result<void> ServicesActor::carryOut(const QByteArray& service, const script_act::SetProperty& act)
{
    const ServiceMember* const member = m_clients.find(act.client);
    Service* const owner = find(service);
    if (member == nullptr || owner == nullptr) {
        return {}; // it has closed
    }
    m_mailboxes.workers[static_cast<size_t>(member->worker)]->post(
        worker_task::SetProperty{act.client, owner->declaration().controller, act.name, act.value});
    m_clients.setProperty(service, act.client, {act.name, act.value});
    return {};
}

} // namespace signalbox::broker
