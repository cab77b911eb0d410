// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/service_clients.h"

#include <algorithm>

namespace signalbox::broker {

void ServiceClients::opened(ServiceMember member)
{
    const ClientId client = member.info.client;
    arm(*m_members.insert(client, std::move(member)));
}

std::optional<ServiceMember> ServiceClients::take(ClientId client)
{
    const auto found = m_members.find(client);
    if (found == m_members.end()) {
        return std::nullopt;
    }
    disarm(*found);
    ServiceMember member = std::move(*found);
    m_members.erase(found);
    return member;
}

const ServiceMember* ServiceClients::find(ClientId client) const
{
    const auto found = m_members.constFind(client);
    return found == m_members.constEnd() ? nullptr : &*found;
}

bool ServiceClients::isOpen(ClientId client) const
{
    const ServiceMember* const member = find(client);
    return member != nullptr && !member->isClosing;
}

void ServiceClients::closing(ClientId client)
{
    if (const auto found = m_members.find(client); found != m_members.end()) {
        found->isClosing = true;
        disarm(*found);
    }
}

std::vector<ClientId> ServiceClients::of(const QByteArray& service) const
{
    std::vector<ClientId> clients;
    for (auto member = m_members.cbegin(); member != m_members.cend(); ++member) {
        if (member->service == service && !member->isClosing) {
            clients.push_back(member.key());
        }
    }
    std::ranges::sort(clients);
    return clients;
}

QList<services::ScriptClient> ServiceClients::infos(const QByteArray& service) const
{
    QList<services::ScriptClient> infos;
    for (const ServiceMember& member : m_members) {
        if (member.isClosing) {
            continue;
        }
        if (member.service == service) {
            infos.append(member.info);
        }
        if (const auto found = member.controllers.constFind(service); found != member.controllers.cend()) {
            infos.append(*found);
        }
    }
    std::ranges::sort(infos, {}, &services::ScriptClient::client);
    return infos;
}

QHash<QByteArray, qint64> ServiceClients::counts() const
{
    QHash<QByteArray, qint64> counts;
    for (const ServiceMember& member : m_members) {
        if (!member.service.isEmpty()) {
            ++counts[member.service];
        }
        for (auto of = member.controllers.keyBegin(); of != member.controllers.keyEnd(); ++of) {
            ++counts[*of];
        }
    }
    return counts;
}

void ServiceClients::controllerOpened(int worker, const QByteArray& service,
                                      const services::ScriptClient& client)
{
    ServiceMember& member = m_members[client.client];
    if (member.info.client.isNull()) {
        member.worker = worker;
        member.info = client;
    }
    member.controllers.insert(service, client);
}

bool ServiceClients::controllerClosed(const QByteArray& service, ClientId client)
{
    const auto found = m_members.find(client);
    if (found == m_members.end() || found->controllers.remove(service) == 0) {
        return false;
    }
    if (found->controllers.isEmpty() && found->service.isEmpty()) {
        m_members.erase(found);
    }
    return true;
}

bool ServiceClients::hasController(const QByteArray& service, ClientId client) const
{
    const ServiceMember* const member = find(client);
    return member != nullptr && !member->isClosing && member->controllers.contains(service);
}

void ServiceClients::setProperty(const QByteArray& service, ClientId client,
                                 const services::NamedText& property)
{
    const auto member = m_members.find(client);
    if (member == m_members.end() || !member->controllers.contains(service)) {
        return;
    }
    QList<services::NamedText>& properties = member->controllers[service].properties;
    const auto known = std::ranges::find(properties, property.name, &services::NamedText::name);
    if (known == properties.end()) {
        properties.append(property);
    } else {
        known->value = property.value;
    }
}

const ServiceMember* ServiceClients::heard(ClientId client, SteadyTime now)
{
    const auto found = m_members.find(client);
    if (found == m_members.end() || found->isClosing) {
        return nullptr;
    }
    found->heardAt = now;
    if (std::exchange(found->isIdle, false)) {
        arm(*found);
    }
    return &*found;
}

void ServiceClients::setIdleLimit(const QByteArray& service, std::chrono::milliseconds limit)
{
    if (m_idleLimits.value(service) == limit) {
        return;
    }
    m_idleLimits.insert(service, limit);
    for (ServiceMember& member : m_members) {
        if (member.service == service && !member.isClosing && !member.isIdle) {
            disarm(member);
            arm(member);
        }
    }
}

/// Whoever was heard meanwhile is looked at again when it may be: a message costs nothing here.
std::vector<ClientId> ServiceClients::takeIdle(SteadyTime now)
{
    std::vector<ClientId> idle;
    while (!m_due.empty() && m_due.begin()->first <= now) {
        const ClientId client = m_due.begin()->second;
        ServiceMember& member = *m_members.find(client);
        disarm(member);
        if (now - member.heardAt < m_idleLimits.value(member.service)) {
            arm(member);
        } else {
            member.isIdle = true;
            idle.push_back(client);
        }
    }
    return idle;
}

std::optional<SteadyTime> ServiceClients::nextIdle() const
{
    return m_due.empty() ? std::nullopt : std::optional(m_due.begin()->first);
}

void ServiceClients::arm(ServiceMember& member)
{
    if (const auto limit = m_idleLimits.value(member.service); limit.count() > 0) {
        member.dueAt = member.heardAt + limit;
        m_due.emplace(*member.dueAt, member.info.client);
    }
}

void ServiceClients::disarm(ServiceMember& member)
{
    if (member.dueAt) {
        m_due.erase({*member.dueAt, member.info.client});
        member.dueAt.reset();
    }
}

} // namespace signalbox::broker
