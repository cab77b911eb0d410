// SPDX-License-Identifier: GPL-3.0-or-later
// Populations and recipients from one line of text, so that tables of tests can be read.
#pragma once

#include "server/core/recipient.h"
#include "server/routing/member_index.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayList>

namespace signalbox::routing::tests {

inline QByteArray unquoted(QByteArray text)
{
    return text.replace('_', ' ');
}

/// "ann@red,blue#vip bob @red c" makes the clients c1, c2, … in this order: user, groups behind '@', tags
/// behind '#'.
/// '-' alone is a client without anything. '_' stands for a blank in a name.
inline Member memberFrom(quint64 number, const QByteArray& text)
{
    Member member;
    member.client = ClientId(number);
    const QByteArrayList withTags = text.split('#');
    const QByteArrayList withGroups = withTags.first().split('@');
    if (withGroups.first() != "-") {
        member.user = UserName::trusted(unquoted(withGroups.first()));
    }
    if (withGroups.size() > 1) {
        for (const QByteArray& group : withGroups[1].split(',')) {
            member.groups << GroupName::trusted(unquoted(group));
        }
    }
    if (withTags.size() > 1) {
        for (const QByteArray& tag : withTags[1].split(',')) {
            member.tags << TagName::trusted(unquoted(tag));
        }
    }
    return member;
}

inline void populate(MemberIndex& index, const QByteArray& population)
{
    quint64 number = 0;
    for (const QByteArray& text : population.split(' ')) {
        if (!text.isEmpty()) {
            Q_UNUSED(index.add(memberFrom(++number, text)));
        }
    }
}

/// "group:red allButUser:ann all" as recipients; "group:" is the default group. '_' stands for a blank in a
/// value.
inline Recipients recipientsFrom(const QByteArray& line)
{
    Recipients recipients;
    for (const QByteArray& text : line.split(' ')) {
        if (!text.isEmpty()) {
            const QByteArrayList parts = text.split(':');
            const auto type = recipientTypeFromName(parts.first());
            Q_ASSERT(type);
            recipients.push_back({*type, parts.size() > 1 ? unquoted(parts[1]) : QByteArray()});
        }
    }
    return recipients;
}

} // namespace signalbox::routing::tests
