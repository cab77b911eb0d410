// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/resolver.h"

#include "server/routing/member_index.h"

#include <algorithm>

namespace signalbox::routing {

namespace {

constexpr size_t largeSet = 256;
constexpr int noRecipient = -1;

/// The clients that one entry names, whether to select or to exclude them: a view into the index, or into
/// `single`.
std::span<const MemberSlot> named(const Recipient& recipient, const MemberIndex& index, MemberSlot& single)
{
    switch (recipient.type) {
    case RecipientType::Group:
        return index.inGroup(GroupName::trusted(recipient.value));
    case RecipientType::User:
    case RecipientType::AllButUser:
        return index.ofUser(UserName::trusted(recipient.value));
    case RecipientType::Tag:
        return index.withTag(TagName::trusted(recipient.value));
    case RecipientType::All:
        return index.all();
    case RecipientType::Client:
    case RecipientType::AllButClient: {
        const auto client = ClientId::fromText(recipient.value);
        const auto slot = client ? index.find(*client) : std::nullopt;
        if (!slot) {
            return {};
        }
        single = *slot;
        return {&single, 1};
    }
    }
    Q_UNREACHABLE();
}

} // namespace

void Resolver::reach(const Recipients& recipients, const MemberIndex& index, std::vector<MemberSlot>& reached)
{
    resolve(recipients, index, reached);
}

std::vector<Decision> Resolver::decide(const Recipients& recipients, const MemberIndex& index)
{
    resolve(recipients, index, m_decided);
    std::vector<Decision> decisions;
    decisions.reserve(static_cast<size_t>(index.size()));
    const auto append = [&](MemberSlot slot, Verdict verdict, int recipientIndex) {
        decisions.push_back({index.member(slot).client, verdict, recipientIndex});
    };
    for (const MemberSlot slot : m_decided) {
        append(slot, Verdict::Reached, markOf(slot).recipientIndex);
    }
    for (const MemberSlot slot : index.all()) {
        const Mark& mark = markOf(slot);
        if (mark.matched && mark.excluded) {
            append(slot, Verdict::Excluded, mark.recipientIndex);
        }
    }
    for (const MemberSlot slot : index.all()) {
        if (!markOf(slot).matched) {
            append(slot, Verdict::NotAddressed, noRecipient);
        }
    }
    return decisions;
}

void Resolver::resolve(const Recipients& recipients, const MemberIndex& index,
                       std::vector<MemberSlot>& reached)
{
    ++m_round;
    m_walked.clear();
    reached.clear();
    if (m_marks.size() < index.slotBound()) {
        m_marks.resize(index.slotBound());
    }
    if (recipients.empty()) {
        match(index.ungrouped(), noRecipient, reached);
        return;
    }
    exclude(recipients, index);
    bool onlyExclusions = true;
    for (size_t i = 0; i < recipients.size(); ++i) {
        if (!isExclusion(recipients[i].type)) {
            onlyExclusions = false;
            MemberSlot single = 0;
            match(named(recipients[i], index, single), static_cast<int>(i), reached);
            if (recipients[i].type == RecipientType::Group) {
                index.visitFiltersOf(GroupName::trusted(recipients[i].value),
                                     [&](std::span<const MemberSlot> filtering) {
                                         match(filtering, static_cast<int>(i), reached);
                                     });
            }
        }
    }
    if (onlyExclusions) {
        match(index.all(), noRecipient, reached);
    }
}

void Resolver::exclude(const Recipients& recipients, const MemberIndex& index)
{
    for (size_t i = 0; i < recipients.size(); ++i) {
        MemberSlot single = 0;
        if (!isExclusion(recipients[i].type)) {
            continue;
        }
        const auto slots = named(recipients[i], index, single);
        if (wasWalked(slots)) {
            continue;
        }
        for (const MemberSlot slot : slots) {
            Mark& mark = markOf(slot);
            if (!mark.excluded) {
                mark.excluded = true;
                mark.recipientIndex = static_cast<int>(i);
            }
        }
    }
    m_walked.clear(); // a user may be excluded and selected
}

void Resolver::match(std::span<const MemberSlot> slots, int recipientIndex, std::vector<MemberSlot>& reached)
{
    if (wasWalked(slots)) {
        return;
    }
    for (const MemberSlot slot : slots) {
        Mark& mark = markOf(slot);
        if (mark.matched) {
            continue;
        }
        mark.matched = true;
        if (!mark.excluded) {
            mark.recipientIndex = recipientIndex;
            reached.push_back(slot);
        }
    }
}

/// A message that names one large group a thousand times must not cost a thousand walks.
bool Resolver::wasWalked(std::span<const MemberSlot> slots)
{
    if (slots.size() < largeSet) {
        return false;
    }
    if (std::find(m_walked.begin(), m_walked.end(), slots.data()) != m_walked.end()) {
        return true;
    }
    m_walked.push_back(slots.data());
    return false;
}

Resolver::Mark& Resolver::markOf(MemberSlot slot)
{
    Mark& mark = m_marks[slot];
    if (mark.round != m_round) {
        mark = Mark{.round = m_round};
    }
    return mark;
}

} // namespace signalbox::routing
