// SPDX-License-Identifier: GPL-3.0-or-later
// What scripts ask ServicesActor for.
#include "server/broker/services_actor.h"

#include "server/core/log_categories.h"
#include "server/core/plain_text.h"
#include "server/websocket/close_code.h"

namespace signalbox::broker {

using namespace services;
using namespace Qt::StringLiterals;

namespace {

Error clientGone(ClientId client)
{
    return {"service.no_client",
            u"Client %1 is not connected any more."_s.arg(QString::fromLatin1(client.text()))};
}

/// As much as fits a close frame, whole characters.
QByteArray closeReason(const QByteArray& reason)
{
    QByteArray fitting = reason.left(websocket::maxCloseReasonBytes);
    while (fitting.size() < reason.size() && !fitting.isEmpty() &&
           (static_cast<uchar>(reason.at(fitting.size())) & 0xC0U) == 0x80U) {
        fitting.chop(1);
    }
    return fitting;
}

} // namespace

Result<void> ServicesActor::act(Service& service, const ScriptAct& act)
{
    const QByteArray name = service.file().toUtf8();
    Result<void> done = std::visit([this, &name](const auto& what) { return carryOut(name, what); }, act);
    if (!done) {
        qCDebug(logServices).noquote()
            << printable(service.file()) + u": "_s + QString::fromLatin1(done.error().code);
    }
    return done;
}

Result<void> ServicesActor::carryOut(const QByteArray& service, const script_act::Send& act)
{
    if (!m_clients.isOpen(act.client)) {
        return clientGone(act.client);
    }
    send(service, {{RecipientType::Client, act.client.text()}}, act.payload, act.binary);
    return {};
}

Result<void> ServicesActor::carryOut(const QByteArray& service, const script_act::Broadcast& act)
{
    Recipients recipients;
    for (const ClientId client : m_clients.of(service)) {
        if (client != act.except) {
            recipients.push_back({RecipientType::Client, client.text()});
        }
    }
    if (!recipients.empty()) { // none would mean the default group
        send(service, std::move(recipients), act.text, false);
    }
    return {};
}

Result<void> ServicesActor::carryOut(const QByteArray& /*service*/, const script_act::Close& act)
{
    if (!m_clients.isOpen(act.client)) {
        return clientGone(act.client);
    }
    if (!websocket::mayBeOnTheWire(act.code)) {
        return Error{
            "service.bad_close_code",
            u"%1 cannot be a close code: 1000 to 1003, 1007 to 1014 and 3000 to 4999 can."_s.arg(act.code)};
    }
    close(act.client, act.code, act.reason);
    return {};
}

Result<void> ServicesActor::carryOut(const QByteArray& /*service*/, const script_act::StoreConnection& act)
{
    return m_clients.isOpen(act.client) ? m_store.store(act.name, act.client) : clientGone(act.client);
}

Result<void> ServicesActor::carryOut(const QByteArray& service, const script_act::SendToStored& act)
{
    const Result<ClientId> client = m_store.stored(act.name);
    if (!client) {
        return client.error();
    }
    send(service, {{RecipientType::Client, client->text()}}, act.payload, act.binary);
    return {};
}

Result<void> ServicesActor::carryOut(const QByteArray& /*service*/, const script_act::RemoveStored& act)
{
    return m_store.removeStored(act.name);
}

Result<void> ServicesActor::carryOut(const QByteArray& /*service*/, const script_act::CloseStored& act)
{
    const Result<ClientId> client = m_store.stored(act.name);
    if (!client) {
        return client.error();
    }
    close(*client, websocket::close_code::normal, {});
    return {};
}

Result<void> ServicesActor::carryOut(const QByteArray& /*service*/, const script_act::AddToGroup& act)
{
    const Result<void> added =
        m_clients.isOpen(act.client) ? m_store.add(act.client, act.group) : clientGone(act.client);
    if (added) {
        actOn(act.client, link::JoinGroup{act.client, GroupName::trusted(act.group)});
    }
    return added;
}

/// Whoever is in the group of that name gets it, clients of other dialects, too.
Result<void> ServicesActor::carryOut(const QByteArray& service, const script_act::SendToGroup& act)
{
    const auto members = m_store.members(act.group);
    if (!members) {
        return members.error();
    }
    send(service, {{RecipientType::Group, act.group}}, act.payload, act.binary);
    return {};
}

Result<void> ServicesActor::carryOut(const QByteArray& /*service*/, const script_act::RemoveFromGroup& act)
{
    const Result<void> removed = m_store.remove(act.client, act.group);
    if (removed) {
        actOn(act.client, link::LeaveGroup{act.client, GroupName::trusted(act.group)});
    }
    return removed;
}

/// Of the members that services have put there; others stay.
Result<void> ServicesActor::carryOut(const QByteArray& /*service*/, const script_act::RemoveGroup& act)
{
    const auto members = m_store.members(act.group);
    if (!members) {
        return members.error();
    }
    for (const ClientId client : *members) {
        actOn(client, link::LeaveGroup{client, GroupName::trusted(act.group)});
    }
    return m_store.removeGroup(act.group);
}

Result<void> ServicesActor::carryOut(const QByteArray& /*service*/, const script_act::CloseGroup& act)
{
    const auto members = m_store.members(act.group);
    if (!members) {
        return members.error();
    }
    for (const ClientId client : *members) {
        close(client, websocket::close_code::normal, {});
    }
    return m_store.removeGroup(act.group);
}

void ServicesActor::send(const QByteArray& service, Recipients recipients, const QByteArray& payload,
                         bool binary)
{
    m_mailboxes.hub.post(hub_task::ServiceSend{service, std::move(recipients), payload, binary});
}

/// It is gone from groups and store at once, not when its close frame has come back.
void ServicesActor::close(ClientId client, quint16 code, const QByteArray& reason)
{
    actOn(client, link::DisconnectClient{client, code, closeReason(reason)});
    m_clients.closing(client);
    m_store.closed(client);
}

void ServicesActor::actOn(ClientId client, ClientAct act)
{
    if (const ServiceMember* const known = m_clients.find(client)) {
        m_mailboxes.hub.post(hub_task::ServiceAct{std::move(act), known->worker});
    }
}

} // namespace signalbox::broker
