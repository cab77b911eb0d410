// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/service_controllers.h"

#include "server/broker/xsockets_state.h"

#include <utility>

namespace signalbox::broker {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxHeldMessages = 64;

} // namespace

ServiceControllers::ServiceControllers(WorkerContext& context)
    : m_context(context)
{
}

/// Of two scripts with one controller the first has it, as with paths.
void ServiceControllers::setRoutes(const http::ServiceRoutes& routes)
{
    m_of.clear();
    for (const http::ServiceRoute& route : routes) {
        if (!route.controller.isEmpty() && !m_of.contains(route.controller)) {
            m_of.insert(route.controller, {route.service, route.authorizes});
        }
    }
}

Result<bool> ServiceControllers::hold(Session& session, const xsockets::Message& message)
{
    const QByteArray& name = message.controller;
    const auto controller = m_of.constFind(name);
    XSocketsState& state = xsocketsStateOf(session);
    if (controller == m_of.constEnd() || !controller->authorizes || state.admitted.contains(name) ||
        !isNews(session, name)) {
        return false;
    }
    QList<xsockets::Message>& held = state.held[name];
    if (held.size() >= maxHeldMessages) {
        return Error{"service.busy",
                     u"Too many messages wait until controller %1 has let the client in."_s.arg(
                         QString::fromUtf8(name))};
    }
    if (held.isEmpty()) {
        m_context.mailboxes.services.post(services_task::AuthorizationAsked{
            m_context.index, controller->service, name, clientOf(session, name), state.request});
    }
    held.append(message);
    return true;
}

QList<xsockets::Message> ServiceControllers::admit(Session& session, const QByteArray& controller)
{
    XSocketsState& state = xsocketsStateOf(session);
    state.admitted.insert(controller);
    return state.held.take(controller);
}

bool ServiceControllers::isNews(const Session& session, const QByteArray& controller) const
{
    const auto found = m_of.constFind(controller);
    return found != m_of.constEnd() && xsocketsStateOf(session).serviceOf.value(controller) != found->service;
}

void ServiceControllers::opened(Session& session, const QByteArray& controller)
{
    const QByteArray service = m_of.value(controller).service;
    xsocketsStateOf(session).serviceOf.insert(controller, service);
    m_context.mailboxes.services.post(
        services_task::ControllerOpened{m_context.index, service, clientOf(session, controller)});
}

void ServiceControllers::called(const Session& session, const xsockets::Message& message)
{
    m_context.mailboxes.services.post(
        services_task::ControllerCalled{m_of.value(message.controller).service, session.id(), message});
}

void ServiceControllers::propertySet(const Session& session, const QByteArray& controller,
                                     const QByteArray& name, const QByteArray& value)
{
    const QHash<QByteArray, QByteArray>& serviceOf = xsocketsStateOf(session).serviceOf;
    if (const auto service = serviceOf.constFind(controller); service != serviceOf.constEnd()) {
        m_context.mailboxes.services.post(services_task::PropertySet{*service, session.id(), {name, value}});
    }
}

void ServiceControllers::closed(Session& session, const QByteArray& controller)
{
    XSocketsState& state = xsocketsStateOf(session);
    state.admitted.remove(controller);
    if (const QByteArray service = state.serviceOf.take(controller); !service.isEmpty()) {
        m_context.mailboxes.services.post(services_task::ControllerClosed{service, session.id()});
    }
}

void ServiceControllers::ended(Session& session)
{
    const QList<QByteArray> controllers = xsocketsStateOf(session).serviceOf.keys();
    for (const QByteArray& controller : controllers) {
        closed(session, controller);
    }
}

services::ScriptClient ServiceControllers::clientOf(const Session& session,
                                                    const QByteArray& controller) const
{
    const link::ClientInfo& info = session.info();
    const XSocketsState& state = xsocketsStateOf(session);
    services::ScriptClient client{info.client, info.user.bytes(), info.path, info.address};
    client.hasController = true;
    client.persistentId = state.persistentId;
    client.isBack = state.isBack;
    for (const auto& [key, value] : state.properties.values().asKeyValueRange()) {
        if (key.first == controller) {
            client.properties.append({key.second, value});
        }
    }
    return client;
}

} // namespace signalbox::broker
