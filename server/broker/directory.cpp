// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/directory.h"

#include "server/broker/client_member.h"

#include <algorithm>

namespace signalbox::broker {

namespace {

constexpr size_t maxRecentEnds = 1'000;
/// A peer may send 16 KiB of them, a thousand times.
constexpr qsizetype maxKeptTextBytes = 256;

} // namespace

void Directory::opened(int worker, const link::ClientInfoPointer& client)
{
    const routing::MemberSlot slot = m_members.add(memberOf(*client));
    link::ClientTraffic none;
    none.client = client->client;
    m_clients.insert(client->client, {worker, slot, {client, none}});
    setControllers(client->client, {}, client->controllers);
}

void Directory::changed(const link::ClientInfoPointer& now)
{
    const link::ClientInfo& client = *now;
    const auto found = m_clients.find(client.client);
    if (found == m_clients.end()) {
        return;
    }
    const link::ClientInfoPointer before = std::exchange(found->record.info, now);
    for (const GroupName& group : before->groups) {
        if (!client.groups.contains(group)) {
            m_members.leave(found->slot, group);
        }
    }
    for (const GroupName& group : client.groups) {
        m_members.join(found->slot, group); // nothing changes where it is already
    }
    for (const TagName& tag : before->tags) {
        if (!client.tags.contains(tag)) {
            m_members.removeTag(found->slot, tag);
        }
    }
    for (const TagName& tag : client.tags) {
        m_members.addTag(found->slot, tag);
    }
    setControllers(client.client, before->controllers, client.controllers);
}

void Directory::setControllers(ClientId client, const QList<QByteArray>& before, const QList<QByteArray>& now)
{
    if (before == now) {
        return;
    }
    for (const QByteArray& controller : before) {
        const auto found = m_byController.find(controller);
        found->erase(client);
        if (found->empty()) {
            m_byController.erase(found);
        }
    }
    for (const QByteArray& controller : now) {
        m_byController[controller].insert(client);
    }
}

std::vector<ClientId> Directory::withController(const QByteArray& controller) const
{
    const auto found = m_byController.constFind(controller);
    return found == m_byController.constEnd() ? std::vector<ClientId>()
                                              : std::vector<ClientId>(found->begin(), found->end());
}

void Directory::measured(const std::vector<link::ClientTraffic>& traffic)
{
    for (const link::ClientTraffic& of : traffic) {
        if (const auto found = m_clients.find(of.client); found != m_clients.end()) {
            found->record.traffic = of;
        }
    }
}

void Directory::ended(const link::ClientEnd& end)
{
    const auto found = m_clients.constFind(end.client);
    if (found == m_clients.constEnd()) {
        return;
    }
    m_members.remove(found->slot);
    setControllers(end.client, found->record.info->controllers, {});
    m_clients.erase(found);
    m_ends.push_back(end);
    m_ends.back().path = end.path.left(maxKeptTextBytes);
    m_ends.back().userAgent = end.userAgent.left(maxKeptTextBytes);
    if (m_ends.size() > maxRecentEnds) {
        m_ends.pop_front();
    }
    if (!end.user.isEmpty()) {
        m_lastSeen.record(end.user, {end.time, end.reason, end.closeCode});
    }
}

std::optional<int> Directory::workerOf(ClientId client) const
{
    const auto found = m_clients.constFind(client);
    return found == m_clients.constEnd() ? std::nullopt : std::optional<int>(found->worker);
}

const link::ClientInfo* Directory::find(ClientId client) const
{
    const auto found = m_clients.constFind(client);
    return found == m_clients.constEnd() ? nullptr : found->record.info.get();
}

const control::ClientRecord* Directory::record(ClientId client) const
{
    const auto found = m_clients.constFind(client);
    return found == m_clients.constEnd() ? nullptr : &found->record;
}

std::vector<link::ClientTraffic> Directory::traffic() const
{
    std::vector<link::ClientTraffic> all;
    for (const Entry& entry : m_clients) {
        const link::ClientTraffic& traffic = entry.record.traffic;
        if (traffic.bytesReceived > 0 || traffic.bytesSent > 0) {
            all.push_back(traffic);
        }
    }
    return all;
}

std::vector<link::ClientInfo> Directory::clients() const
{
    std::vector<link::ClientInfo> all;
    all.reserve(static_cast<size_t>(m_clients.size()));
    for (const Entry& entry : m_clients) {
        all.push_back(*entry.record.info);
    }
    std::sort(all.begin(), all.end(),
              [](const auto& left, const auto& right) { return left.client < right.client; });
    return all;
}

} // namespace signalbox::broker
