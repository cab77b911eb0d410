// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/control_desk.h"

#include "server/broker/act_rules.h"

#include <algorithm>

namespace signalbox::broker {

namespace {

/// The page of `items` that was asked for; only its items are copied.
template <typename Items, typename Query, typename Copy>
auto listed(const Items& items, const Query& query, Copy copy)
{
    control::Page page = control::choosePage(control::placesOf(items, query), query.page);
    control::Listed<decltype(copy(items.front()))> list;
    list.total = page.total;
    list.nextCursor = std::move(page.nextCursor);
    list.items.reserve(page.indices.size());
    for (const size_t index : page.indices) {
        list.items.push_back(copy(items[index]));
    }
    return list;
}

} // namespace

ControlDesk::ControlDesk(Surroundings surroundings)
    : m_surroundings(std::move(surroundings))
{
}

ControlAnswer ControlDesk::answer(const ControlQuestion& question) const
{
    return std::visit([this](const auto& what) { return answerTo(what); }, question);
}

ControlAnswer ControlDesk::answerTo(const control_question::ListClients& query) const
{
    return listed(candidates(query.filter), query,
                  [](const control::ClientRecord* client) { return control::ClientRecord(*client); });
}

ControlAnswer ControlDesk::answerTo(const control_question::ListMembers& question) const
{
    if (!exists(question.group)) {
        return groupNotFound();
    }
    ControlQuestion query = question.query;
    std::get<control_question::ListClients>(query).filter.group = question.group.bytes();
    return answer(query);
}

/// All that can be meant: a group, a user or a tag is an index already.
std::vector<const control::ClientRecord*> ControlDesk::candidates(const control::ClientFilter& filter) const
{
    const routing::MemberIndex& members = m_surroundings.directory.members();
    std::span<const routing::MemberSlot> slots = members.all();
    if (filter.user && !filter.user->isEmpty()) {
        slots = members.ofUser(UserName::trusted(*filter.user));
    } else if (filter.group) {
        slots = members.inGroup(GroupName::trusted(*filter.group));
    } else if (filter.tag) {
        slots = members.withTag(TagName::trusted(*filter.tag));
    }
    std::vector<const control::ClientRecord*> clients;
    clients.reserve(slots.size());
    for (const routing::MemberSlot slot : slots) {
        clients.push_back(m_surroundings.directory.record(members.member(slot).client));
    }
    return clients;
}

ControlAnswer ControlDesk::answerTo(const control_question::ListEnded& query) const
{
    std::vector<const link::ClientEnd*> ends;
    for (const link::ClientEnd& end : m_surroundings.directory.ends()) {
        ends.push_back(&end);
    }
    return listed(ends, query, [](const link::ClientEnd* end) { return link::ClientEnd(*end); });
}

ControlAnswer ControlDesk::answerTo(const control_question::ListGroups& query) const
{
    return listed(m_surroundings.directory.members().groups(), query,
                  [](const routing::GroupSize& group) { return routing::GroupSize(group); });
}

ControlAnswer ControlDesk::answerTo(const control_question::FindClient& question) const
{
    if (const link::ClientInfo* const client = m_surroundings.directory.find(question.client)) {
        return *client;
    }
    return notThere(question.client);
}

ControlAnswer ControlDesk::answerTo(const control_question::ReadClient& question) const
{
    if (const control::ClientRecord* const record = m_surroundings.directory.record(question.client)) {
        return *record;
    }
    return notThere(question.client);
}

Error ControlDesk::notThere(ClientId client) const
{
    return findEnd(client) != nullptr ? clientEnded(client) : clientNotFound(client);
}

ControlAnswer ControlDesk::answerTo(const control_question::FindEnded& question) const
{
    if (const link::ClientEnd* const end = findEnd(question.client)) {
        return *end;
    }
    return endNotFound(question.client);
}

const link::ClientEnd* ControlDesk::findEnd(ClientId client) const
{
    const auto& ends = m_surroundings.directory.ends();
    const auto found = std::ranges::find(ends, client, &link::ClientEnd::client);
    return found == ends.end() ? nullptr : &*found;
}

bool ControlDesk::exists(const GroupName& group) const
{
    return group.isEmpty() || !m_surroundings.directory.members().inGroup(group).empty();
}

ControlAnswer ControlDesk::answerTo(const control_question::FindGroup& question) const
{
    if (!exists(question.group)) {
        return groupNotFound();
    }
    const auto members = m_surroundings.directory.members().inGroup(question.group);
    return routing::GroupSize{question.group, static_cast<qsizetype>(members.size())};
}

ControlAnswer ControlDesk::answerTo(const control_question::Listeners& /*question*/) const
{
    return m_surroundings.listeners.state();
}

ControlAnswer ControlDesk::answerTo(const control_question::Statistics& /*question*/) const
{
    return control_answer::Statistics{m_surroundings.statistics(), m_surroundings.directory.groupCount()};
}

} // namespace signalbox::broker
