// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/population_history.h"

#include <algorithm>
#include <tuple>

namespace signalbox::recording {

namespace {

constexpr qint64 clientBytes = 208; ///< the value, its hash node and its share of the buckets
constexpr qint64 nameBytes = 8;     ///< of a group or tag in its list
constexpr qint64 changeBytes = 48;  ///< the change and its event

} // namespace

PopulationHistory::PopulationHistory(NameTable& names)
    : m_names(names)
{
}

void PopulationHistory::forgetSources(size_t count, quint64 position)
{
    m_sources.resize(std::max(m_sources.size(), count));
    for (size_t source = 0; source < m_sources.size(); ++source) {
        lost(source, position, WallTime::min());
    }
}

void PopulationHistory::lost(size_t source, quint64 position, WallTime first)
{
    auto& unknown = m_sources.at(source).unknown;
    if (unknown.empty() || unknown.back().end != never) {
        unknown.push_back({position, never, first, WallTime::max()});
    } else {
        unknown.back().beginTime = std::min(unknown.back().beginTime, first);
    }
}

void PopulationHistory::opened(size_t source, const routing::Member& member, quint64 position)
{
    if (m_clients.contains(member.client)) {
        return;
    }
    Client client;
    client.source = source;
    client.introduction = m_sources.at(source).introduction;
    client.from = position;
    client.user = m_names.add(member.user.bytes());
    client.groupsAreFilters = member.groupsAreFilters;
    for (const GroupName& group : member.groups) {
        client.groups.push_back(m_names.add(group.bytes()));
    }
    for (const TagName& tag : member.tags) {
        client.tags.push_back(m_names.add(tag.bytes()));
    }
    m_heldBytes += clientBytes + nameBytes * static_cast<qint64>(client.groups.size() + client.tags.size());
    m_clients.insert(member.client, std::move(client));
}

void PopulationHistory::joined(ClientId client, const QByteArray& group, quint64 position)
{
    change(client, {position, {}, NameKind::Group, true}, group);
}

void PopulationHistory::left(ClientId client, const QByteArray& group, quint64 position)
{
    change(client, {position, {}, NameKind::Group, false}, group);
}

void PopulationHistory::change(ClientId id, Change change, const QByteArray& name)
{
    const auto client = m_clients.find(id);
    if (client == m_clients.end() || client->until != never) {
        return;
    }
    change.name = m_names.add(name);
    client->changes.push_back(change);
    m_heldBytes += changeBytes;
    noteEvent(id, change.position);
}

void PopulationHistory::closed(ClientId id, const routing::Seen& end, quint64 position)
{
    const auto client = m_clients.find(id);
    if (client == m_clients.end() || client->until != never) {
        return;
    }
    client->until = position;
    client->end = end;
    noteEvent(id, position);
}

void PopulationHistory::noteEvent(ClientId client, quint64 position)
{
    m_events.push_back({position, client});
}

void PopulationHistory::introductionBegan(size_t source)
{
    ++m_sources.at(source).introduction;
}

void PopulationHistory::present(size_t source, const routing::Member& member, quint64 position)
{
    const auto client = m_clients.find(member.client);
    if (client == m_clients.end()) {
        opened(source, member, position);
        return;
    }
    client->source = source;
    client->introduction = m_sources.at(source).introduction;
    compare(member.client, NameKind::Group, member.groups, position);
    compare(member.client, NameKind::Tag, member.tags, position);
}

/// Notes what is other about the names of a client than they were.
template <typename Names>
void PopulationHistory::compare(ClientId id, NameKind kind, const Names& names, quint64 position)
{
    QList<QByteArray> before;
    for (const NameTable::Index name : namesAt(m_clients[id], kind, position)) {
        before.append(m_names.name(name));
    }
    QList<QByteArray> now;
    for (const auto& name : names) {
        now.append(name.bytes());
    }
    for (const QByteArray& name : std::as_const(before)) {
        if (!now.contains(name)) {
            change(id, {position, {}, kind, false}, name);
        }
    }
    for (const QByteArray& name : std::as_const(now)) {
        if (!before.contains(name)) {
            change(id, {position, {}, kind, true}, name);
        }
    }
}

void PopulationHistory::introduced(size_t sourceIndex, quint64 position, WallTime time)
{
    Source& source = m_sources.at(sourceIndex);
    if (source.unknown.empty() || source.unknown.back().end != never) {
        return;
    }
    source.unknown.back().end = position;
    source.unknown.back().endTime = time;
    for (auto client = m_clients.begin(); client != m_clients.end(); ++client) {
        if (client->source == sourceIndex && client->until == never &&
            client->introduction != source.introduction) { // its end was among what was lost
            closed(client.key(), {}, position);
        }
    }
}

void PopulationHistory::forgetBefore(quint64 position)
{
    while (!m_events.empty() && m_events.front().position <= position) {
        const auto client = m_clients.find(m_events.front().client);
        m_events.pop_front();
        if (client != m_clients.end()) {
            fold(client, position);
        }
    }
    for (Source& source : m_sources) {
        std::erase_if(source.unknown, [position](const Unknown& gap) { return gap.end <= position; });
    }
}

/// What every kept row comes after needs no place in time any more.
void PopulationHistory::fold(QHash<ClientId, Client>::iterator client, quint64 position)
{
    if (client->until <= position) {
        erase(client);
        return;
    }
    auto change = client->changes.begin();
    for (; change != client->changes.end() && change->position <= position; ++change) {
        const NameTable::Index name = change->name;
        std::vector<NameTable::Index>& names =
            change->kind == NameKind::Group ? client->groups : client->tags;
        const size_t before = names.size();
        const bool changed = apply(*change, names);
        m_heldBytes += nameBytes * (static_cast<qint64>(names.size()) - static_cast<qint64>(before));
        if (!changed || !change->isAddition) { // an addition that counts hands its use of the name on
            m_names.release(name);
        }
        if (changed && !change->isAddition) {
            m_names.release(name);
        }
        m_heldBytes -= changeBytes;
    }
    client->changes.erase(client->changes.begin(), change);
}

void PopulationHistory::erase(QHash<ClientId, Client>::iterator client)
{
    m_names.release(client->user);
    for (const auto* const names : {&client->groups, &client->tags}) {
        for (const NameTable::Index name : *names) {
            m_names.release(name);
        }
    }
    for (const Change& change : client->changes) {
        m_names.release(change.name);
    }
    m_heldBytes -= clientBytes +
                   nameBytes * static_cast<qint64>(client->groups.size() + client->tags.size()) +
                   changeBytes * static_cast<qint64>(client->changes.size());
    m_clients.erase(client);
}

bool PopulationHistory::isKnownAt(quint64 position, WallTime time) const
{
    return std::none_of(m_sources.begin(), m_sources.end(), [&](const Source& source) {
        return std::any_of(source.unknown.begin(), source.unknown.end(), [&](const Unknown& gap) {
            return (position >= gap.begin && position < gap.end) ||
                   (time + settleTime >= gap.beginTime && time < gap.endTime);
        });
    });
}

bool PopulationHistory::isKnownBetween(quint64 from, quint64 to) const
{
    return std::none_of(m_sources.begin(), m_sources.end(), [&](const Source& source) {
        return std::any_of(source.unknown.begin(), source.unknown.end(),
                           [&](const Unknown& gap) { return gap.begin < to && gap.end > from; });
    });
}

std::vector<routing::Member> PopulationHistory::membersAt(quint64 position) const
{
    std::vector<routing::Member> members;
    members.reserve(static_cast<size_t>(m_clients.size()));
    for (auto client = m_clients.begin(); client != m_clients.end(); ++client) {
        if (client->from <= position && position < client->until) {
            members.push_back(memberAt(client.key(), *client, position));
        }
    }
    std::sort(members.begin(), members.end(),
              [](const auto& left, const auto& right) { return left.client < right.client; });
    return members;
}

QByteArrayView PopulationHistory::userOf(ClientId client) const
{
    const auto known = m_clients.constFind(client);
    return known == m_clients.cend() ? QByteArrayView() : QByteArrayView(m_names.name(known->user));
}

std::vector<PopulationHistory::State> PopulationHistory::statesAfter(ClientId id, quint64 position) const
{
    std::vector<State> states;
    const auto client = m_clients.constFind(id);
    if (client == m_clients.constEnd()) {
        return states;
    }
    if (client->from > position) {
        states.push_back({client->from, memberAt(id, *client, client->from)});
    }
    for (const Change& change : client->changes) {
        if (change.position > position) {
            states.push_back({change.position, memberAt(id, *client, change.position)});
        }
    }
    if (client->until != never && client->until > position) {
        states.push_back({client->until, std::nullopt});
    }
    return states;
}

routing::LastSeen PopulationHistory::lastSeenAt(quint64 position) const
{
    routing::LastSeen lastSeen;
    for (const Event& event : m_events) { // in the order in which they ended
        const auto client = m_clients.constFind(event.client);
        if (event.position <= position && client != m_clients.constEnd() && client->until == event.position &&
            client->end.time != WallTime()) {
            lastSeen.record(UserName::trusted(m_names.name(client->user)), client->end);
        }
    }
    return lastSeen;
}

std::vector<NameTable::Index> PopulationHistory::namesAt(const Client& client, NameKind kind,
                                                         quint64 position)
{
    std::vector<NameTable::Index> names = kind == NameKind::Group ? client.groups : client.tags;
    for (const Change& change : client.changes) {
        if (change.position > position) {
            break;
        }
        if (change.kind == kind) {
            std::ignore = apply(change, names);
        }
    }
    return names;
}

routing::Member PopulationHistory::memberAt(ClientId id, const Client& client, quint64 position) const
{
    routing::Member member;
    member.client = id;
    member.user = UserName::trusted(m_names.name(client.user));
    member.groupsAreFilters = client.groupsAreFilters;
    for (const NameTable::Index group : namesAt(client, NameKind::Group, position)) {
        member.groups.append(GroupName::trusted(m_names.name(group)));
    }
    for (const NameTable::Index tag : namesAt(client, NameKind::Tag, position)) {
        member.tags.append(TagName::trusted(m_names.name(tag)));
    }
    return member;
}

/// False when it changes nothing: a second join, or a leave of what the client was not in.
bool PopulationHistory::apply(const Change& change, std::vector<NameTable::Index>& names)
{
    const auto found = std::find(names.begin(), names.end(), change.name);
    if (change.isAddition == (found != names.end())) {
        return false;
    }
    if (change.isAddition) {
        names.push_back(change.name);
    } else {
        names.erase(found);
    }
    return true;
}

} // namespace signalbox::recording
