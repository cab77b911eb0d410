// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/connection_store.h"

#include "server/core/name.h"
#include "server/core/plain_text.h"

#include <algorithm>

namespace signalbox::services {

namespace {

Error noConnection(const QByteArray& name)
{
    return {"service.no_connection",
            QStringLiteral("There is no stored connection with the name %1.").arg(quoted(name))};
}

Error noGroup(const QByteArray& group)
{
    return {"service.no_group",
            QStringLiteral("There is no connection group with the name %1.").arg(quoted(group))};
}

/// A name of the store obeys the rules of a group's, so that it can be shown and logged like one.
Result<void> checkName(const QByteArray& name)
{
    if (!name.isEmpty() && GroupName::make(name)) {
        return {};
    }
    return Error{
        "service.bad_name",
        QStringLiteral("%1 is no name: it must have 1 to 128 bytes of UTF-8 without control characters.")
            .arg(quoted(name.left(128)))};
}

} // namespace

void ConnectionStore::closed(ClientId client)
{
    const Places places = m_places.take(client);
    for (const QByteArray& name : places.names) {
        m_stored.remove(name);
    }
    for (const QByteArray& group : places.groups) {
        m_groups[group].remove(client);
    }
}

Result<void> ConnectionStore::store(const QByteArray& name, ClientId client)
{
    if (Result<void> checked = checkName(name); !checked) {
        return checked;
    }
    if (const auto earlier = m_stored.constFind(name); earlier != m_stored.constEnd()) {
        m_places[*earlier].names.remove(name);
    }
    m_stored.insert(name, client);
    m_places[client].names.insert(name);
    return {};
}

Result<ClientId> ConnectionStore::stored(const QByteArray& name) const
{
    const auto found = m_stored.constFind(name);
    return found == m_stored.constEnd() ? Result<ClientId>(noConnection(name)) : Result<ClientId>(*found);
}

Result<void> ConnectionStore::removeStored(const QByteArray& name)
{
    const Result<ClientId> client = stored(name);
    if (!client) {
        return client.error();
    }
    m_stored.remove(name);
    m_places[*client].names.remove(name);
    return {};
}

Result<void> ConnectionStore::add(ClientId client, const QByteArray& group)
{
    if (Result<void> checked = checkName(group); !checked) {
        return checked;
    }
    m_groups[group].insert(client);
    m_places[client].groups.insert(group);
    return {};
}

Result<void> ConnectionStore::remove(ClientId client, const QByteArray& group)
{
    const auto found = m_groups.find(group);
    if (found == m_groups.end()) {
        return noGroup(group);
    }
    if (!found->remove(client)) {
        return Error{"service.not_in_group", QStringLiteral("Client %1 is not in the connection group %2.")
                                                 .arg(QString::fromLatin1(client.text()), quoted(group))};
    }
    m_places[client].groups.remove(group);
    return {};
}

Result<std::vector<ClientId>> ConnectionStore::members(const QByteArray& group) const
{
    const auto found = m_groups.constFind(group);
    if (found == m_groups.constEnd()) {
        return noGroup(group);
    }
    std::vector<ClientId> members(found->begin(), found->end());
    std::sort(members.begin(), members.end());
    return members;
}

Result<void> ConnectionStore::removeGroup(const QByteArray& group)
{
    const auto found = m_groups.constFind(group);
    if (found == m_groups.constEnd()) {
        return noGroup(group);
    }
    for (const ClientId client : *found) {
        m_places[client].groups.remove(group);
    }
    m_groups.erase(found);
    return {};
}

} // namespace signalbox::services
