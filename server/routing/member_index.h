// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/topic_filter.h"
#include "server/routing/member.h"
#include "server/routing/slot_set.h"

#include <QtCore/QHash>

#include <optional>
#include <span>
#include <vector>

namespace signalbox::routing {

struct GroupSize {
    GroupName group;
    qsizetype members = 0;
};

/// Clients by group, user, tag and id: each worker has one of its own clients, the hub one of all. A group, a
/// user or a tag lives as long as it has a member. Changes take constant time for each set that they touch.
///
/// The spans are valid until the next change. Slots are below slotBound(), so that they can index a vector.
/// One thread. Limits (groups for each client, clients) are the caller's.
class MemberIndex final {
public:
    /// `member.client` must be new here. Groups and tags that are empty or repeated are left out.
    [[nodiscard]] MemberSlot add(Member member);
    void remove(MemberSlot slot);
    /// Joining a group leaves the default group; leaving the last one returns to it. Joining twice and
    /// leaving a group that one is not in change nothing. `group` is not empty.
    void join(MemberSlot slot, const GroupName& group);
    void leave(MemberSlot slot, const GroupName& group);
    /// A tag that is there already and one that is not change nothing. `tag` is not empty.
    void addTag(MemberSlot slot, const TagName& tag);
    void removeTag(MemberSlot slot, const TagName& tag);

    [[nodiscard]] const Member& member(MemberSlot slot) const;
    [[nodiscard]] std::optional<MemberSlot> find(ClientId client) const;
    [[nodiscard]] qsizetype size() const { return m_all.size(); }
    [[nodiscard]] MemberSlot slotBound() const { return static_cast<MemberSlot>(m_members.size()); }

    [[nodiscard]] std::span<const MemberSlot> all() const { return m_all.slots(); }
    /// The default group.
    [[nodiscard]] std::span<const MemberSlot> ungrouped() const { return m_ungrouped.slots(); }
    /// The empty name is the default group.
    [[nodiscard]] std::span<const MemberSlot> inGroup(const GroupName& group) const;
    /// Those who are in a group that is a filter and matches `group`, for each such filter.
    template <typename Visit>
    void visitFiltersOf(const GroupName& group, Visit visit) const
    {
        if (!m_filters.isEmpty()) {
            m_filters.visitMatches(group.bytes(), [this, &visit](const QByteArray& filter) {
                visit(m_filtering.constFind(GroupName::trusted(filter))->slots());
            });
        }
    }
    [[nodiscard]] std::span<const MemberSlot> ofUser(const UserName& user) const;
    [[nodiscard]] std::span<const MemberSlot> withTag(const TagName& tag) const;

    /// The named groups with their sizes, in no order.
    [[nodiscard]] std::vector<GroupSize> groups() const;
    [[nodiscard]] std::vector<UserName> users() const;
    [[nodiscard]] std::vector<TagName> tags() const;

private:
    [[nodiscard]] MemberSlot takeSlot();
    void joinGroup(MemberSlot slot, const GroupName& group);
    void leaveGroup(MemberSlot slot, bool groupsAreFilters, const GroupName& group);

    std::vector<Member> m_members; ///< by slot; a free one has a null client
    std::vector<MemberSlot> m_free;
    QHash<ClientId, MemberSlot> m_clients;
    SlotSet m_all;
    SlotSet m_ungrouped;
    QHash<GroupName, SlotSet> m_groups;
    QHash<GroupName, SlotSet> m_filtering; ///< of the groups, those that are filters for their members
    TopicFilterTree m_filters;             ///< the same
    QHash<UserName, SlotSet> m_users;
    QHash<TagName, SlotSet> m_tags;
};

} // namespace signalbox::routing
