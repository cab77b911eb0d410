// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/managed/socket_registry.h"

#include <algorithm>

namespace signalbox::managed {

SocketRegistry::SocketRegistry(qsizetype maxReserved, std::function<QByteArray()> makeId)
    : m_maxReserved(maxReserved)
    , m_makeId(std::move(makeId))
{
}

std::optional<Reservation> SocketRegistry::reserve(const QList<TagName>& tags, WallTime now,
                                                   SteadyTime steadyNow)
{
    if (m_reserved.size() >= m_maxReserved) {
        forgetExpired(steadyNow);
    }
    if (m_reserved.size() >= m_maxReserved) {
        return std::nullopt;
    }
    const Reservation reservation{m_makeId(), tags, now + lifetime};
    m_reserved.insert(reservation.id, {reservation, steadyNow + lifetime});
    return reservation;
}

std::optional<Reservation> SocketRegistry::redeem(const QByteArray& token, SteadyTime now)
{
    const auto found = m_reserved.find(token);
    if (found == m_reserved.end()) {
        return std::nullopt;
    }
    const Promise promise = *found;
    m_reserved.erase(found);
    return now < promise.deadline ? std::optional(promise.reservation) : std::nullopt;
}

bool SocketRegistry::revoke(const QByteArray& id, SteadyTime now)
{
    return redeem(id, now).has_value();
}

void SocketRegistry::opened(const link::ClientInfo& client)
{
    if (client.socketId.isEmpty()) {
        return;
    }
    m_open.insert(client.socketId, {client.socketId, client.tags, client.connectedAt, client.client});
    m_ids.insert(client.client, client.socketId);
}

void SocketRegistry::ended(ClientId client)
{
    if (const QByteArray id = m_ids.take(client); !id.isEmpty()) {
        m_open.remove(id);
    }
}

const OpenSocket* SocketRegistry::find(const QByteArray& id) const
{
    const auto found = m_open.find(id);
    return found == m_open.end() ? nullptr : &*found;
}

QList<OpenSocket> SocketRegistry::all() const
{
    QList<OpenSocket> sockets = m_open.values();
    std::ranges::sort(sockets, {}, &OpenSocket::client);
    return sockets;
}

void SocketRegistry::forgetExpired(SteadyTime now)
{
    m_reserved.removeIf([now](const auto& entry) { return entry.value().deadline <= now; });
}

} // namespace signalbox::managed
