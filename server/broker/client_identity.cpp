// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/client_identity.h"

namespace signalbox::broker {

namespace {

Error nameError(QByteArrayView kind, NameFault fault)
{
    return {kind.toByteArray() + '.' + nameFaultCode(fault).toByteArray(),
            QStringLiteral("The name of a %1 has 1 to %2 bytes of UTF-8 without control characters.")
                .arg(QString::fromLatin1(kind))
                .arg(maxNameBytes)};
}

/// Appends the names in `values` to `names`, each once; returns the first error.
template <typename Name>
Result<void> addNames(QList<Name>& names, const QList<QByteArray>& values, QByteArrayView kind, int maxNames)
{
    for (const QByteArray& value : values) {
        if (value.isEmpty()) {
            continue;
        }
        const std::optional<Name> name = Name::make(value);
        if (!name) {
            return nameError(kind, *nameFault(value));
        }
        if (!names.contains(*name)) {
            names += *name;
        }
    }
    if (names.size() > maxNames) {
        return Error{kind.toByteArray() + ".too_many",
                     QStringLiteral("A client can have %1 of them at most.").arg(maxNames)};
    }
    return {};
}

} // namespace

Result<ClientIdentity> readIdentity(const http::Request& request, const Limits& limits)
{
    ClientIdentity identity;
    QList<UserName> users;
    if (const auto added = addNames(users, request.values("userId") + request.values("user"), "user", 1);
        !added) {
        return added.error().code == "user.too_many"
                   ? Error{"user.ambiguous", QStringLiteral("A client is one user: give userId once.")}
                   : added.error();
    }
    if (!users.isEmpty()) {
        identity.user = users.first();
    }
    const QList<QByteArray> groups = request.values("groupId") + request.values("group");
    if (const auto added = addNames(identity.groups, groups, "group", limits.maxGroupsPerClient); !added) {
        return added.error();
    }
    QList<QByteArray> tags;
    for (const QByteArray& list : request.values("tags")) {
        tags += list.split(',');
    }
    if (const auto added = addNames(identity.tags, tags, "tag", limits.maxTagsPerClient); !added) {
        return added.error();
    }
    return identity;
}

} // namespace signalbox::broker
