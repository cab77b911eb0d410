// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/member_index.h"

#include <utility>

namespace signalbox::routing {

namespace {

template <typename Name>
bool hasEmptyOrRepeated(const QList<Name>& names)
{
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (names[i].isEmpty() || names.indexOf(names[i]) != i) {
            return true;
        }
    }
    return false;
}

/// Mostly the same list, whose memory is shared.
template <typename Name>
QList<Name> withoutEmptyAndRepeated(const QList<Name>& names)
{
    if (!hasEmptyOrRepeated(names)) {
        return names;
    }
    QList<Name> kept;
    for (const Name& name : names) {
        if (!name.isEmpty() && !kept.contains(name)) {
            kept.append(name);
        }
    }
    return kept;
}

template <typename Name>
void removeFrom(QHash<Name, SlotSet>& sets, const Name& name, MemberSlot slot)
{
    const auto set = sets.find(name);
    Q_ASSERT(set != sets.end());
    set->remove(slot);
    if (set->isEmpty()) {
        sets.erase(set);
    }
}

template <typename Name>
std::span<const MemberSlot> slotsOf(const QHash<Name, SlotSet>& sets, const Name& name)
{
    const auto set = sets.constFind(name);
    return set == sets.constEnd() ? std::span<const MemberSlot>() : set->slots();
}

template <typename Name>
std::vector<Name> namesOf(const QHash<Name, SlotSet>& sets)
{
    return {sets.keyBegin(), sets.keyEnd()};
}

} // namespace

MemberSlot MemberIndex::add(Member member)
{
    Q_ASSERT(!member.client.isNull() && !m_clients.contains(member.client));
    member.groups = withoutEmptyAndRepeated(member.groups);
    member.tags = withoutEmptyAndRepeated(member.tags);
    const MemberSlot slot = takeSlot();
    m_members[slot] = std::move(member);
    const Member& added = m_members[slot];

    m_clients.insert(added.client, slot);
    m_all.add(slot);
    if (added.groups.isEmpty()) {
        m_ungrouped.add(slot);
    }
    for (const GroupName& group : added.groups) {
        joinGroup(slot, group);
    }
    if (!added.user.isEmpty()) {
        m_users[added.user].add(slot);
    }
    for (const TagName& tag : added.tags) {
        m_tags[tag].add(slot);
    }
    return slot;
}

void MemberIndex::remove(MemberSlot slot)
{
    const Member removed = std::exchange(m_members[slot], Member());
    Q_ASSERT(!removed.client.isNull());
    m_clients.remove(removed.client);
    m_all.remove(slot);
    if (removed.groups.isEmpty()) {
        m_ungrouped.remove(slot);
    }
    for (const GroupName& group : removed.groups) {
        leaveGroup(slot, removed.groupsAreFilters, group);
    }
    if (!removed.user.isEmpty()) {
        removeFrom(m_users, removed.user, slot);
    }
    for (const TagName& tag : removed.tags) {
        removeFrom(m_tags, tag, slot);
    }
    m_free.push_back(slot);
}

void MemberIndex::join(MemberSlot slot, const GroupName& group)
{
    Q_ASSERT(!group.isEmpty());
    Member& member = m_members[slot];
    if (member.groups.contains(group)) {
        return;
    }
    if (member.groups.isEmpty()) {
        m_ungrouped.remove(slot);
    }
    member.groups.append(group);
    joinGroup(slot, group);
}

void MemberIndex::joinGroup(MemberSlot slot, const GroupName& group)
{
    m_groups[group].add(slot);
    if (m_members[slot].groupsAreFilters && isTopicFilter(group.bytes())) {
        SlotSet& filtering = m_filtering[group];
        if (filtering.isEmpty()) {
            m_filters.add(group.bytes());
        }
        filtering.add(slot);
    }
}

void MemberIndex::leaveGroup(MemberSlot slot, bool groupsAreFilters, const GroupName& group)
{
    removeFrom(m_groups, group, slot);
    if (groupsAreFilters && isTopicFilter(group.bytes())) {
        removeFrom(m_filtering, group, slot);
        if (!m_filtering.contains(group)) {
            m_filters.remove(group.bytes());
        }
    }
}

void MemberIndex::leave(MemberSlot slot, const GroupName& group)
{
    Member& member = m_members[slot];
    if (!member.groups.removeOne(group)) {
        return;
    }
    leaveGroup(slot, member.groupsAreFilters, group);
    if (member.groups.isEmpty()) {
        m_ungrouped.add(slot);
    }
}

void MemberIndex::addTag(MemberSlot slot, const TagName& tag)
{
    Q_ASSERT(!tag.isEmpty());
    Member& member = m_members[slot];
    if (!member.tags.contains(tag)) {
        member.tags.append(tag);
        m_tags[tag].add(slot);
    }
}

void MemberIndex::removeTag(MemberSlot slot, const TagName& tag)
{
    if (m_members[slot].tags.removeOne(tag)) {
        removeFrom(m_tags, tag, slot);
    }
}

const Member& MemberIndex::member(MemberSlot slot) const
{
    Q_ASSERT(slot < slotBound() && !m_members[slot].client.isNull());
    return m_members[slot];
}

std::optional<MemberSlot> MemberIndex::find(ClientId client) const
{
    const auto slot = m_clients.constFind(client);
    return slot == m_clients.constEnd() ? std::nullopt : std::optional<MemberSlot>(*slot);
}

std::span<const MemberSlot> MemberIndex::inGroup(const GroupName& group) const
{
    return group.isEmpty() ? ungrouped() : slotsOf(m_groups, group);
}

std::span<const MemberSlot> MemberIndex::ofUser(const UserName& user) const
{
    return slotsOf(m_users, user);
}

std::span<const MemberSlot> MemberIndex::withTag(const TagName& tag) const
{
    return slotsOf(m_tags, tag);
}

std::vector<GroupSize> MemberIndex::groups() const
{
    std::vector<GroupSize> sizes;
    sizes.reserve(static_cast<size_t>(m_groups.size()));
    for (auto group = m_groups.constBegin(); group != m_groups.constEnd(); ++group) {
        sizes.push_back({group.key(), group->size()});
    }
    return sizes;
}

std::vector<UserName> MemberIndex::users() const
{
    return namesOf(m_users);
}

std::vector<TagName> MemberIndex::tags() const
{
    return namesOf(m_tags);
}

MemberSlot MemberIndex::takeSlot()
{
    if (m_free.empty()) {
        m_members.emplace_back();
        return slotBound() - 1;
    }
    const MemberSlot slot = m_free.back();
    m_free.pop_back();
    return slot;
}

} // namespace signalbox::routing
