// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/member_names.h"

namespace signalbox::recording {

namespace {

constexpr char groupKind = 'g';
constexpr char tagKind = 't';
constexpr char filtersKind = 'f'; ///< without a name: groups are filters
constexpr qsizetype headBytes = 2;

template <typename Names>
void pack(char kind, const Names& names, QByteArray& packed)
{
    for (const auto& name : names) {
        static_assert(maxNameBytes <= 255);
        packed += kind;
        packed += static_cast<char>(name.bytes().size());
        packed += name.bytes();
    }
}

} // namespace

QByteArray packGroupsAndTags(const routing::Member& member)
{
    QByteArray packed;
    pack(groupKind, member.groups, packed);
    pack(tagKind, member.tags, packed);
    if (member.groupsAreFilters) {
        packed += filtersKind;
        packed += '\0';
    }
    return packed;
}

void unpackGroupsAndTags(QByteArrayView packed, routing::Member& member)
{
    while (packed.size() >= headBytes) {
        const qsizetype bytes = static_cast<quint8>(packed[1]);
        Q_ASSERT(packed.size() >= headBytes + bytes);
        const QByteArray name = packed.sliced(headBytes, bytes).toByteArray();
        if (packed.front() == groupKind) {
            member.groups.append(GroupName::trusted(name));
        } else if (packed.front() == filtersKind) {
            member.groupsAreFilters = true;
        } else {
            member.tags.append(TagName::trusted(name));
        }
        packed = packed.sliced(headBytes + bytes);
    }
}

} // namespace signalbox::recording
