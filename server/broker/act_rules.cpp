// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/act_rules.h"

#include "server/core/plain_text.h"
#include "server/websocket/close_code.h"
#include "server/websocket/utf8_validator.h"

namespace signalbox::broker {

namespace {

Error isDefaultGroup()
{
    return {"group.is_default", QStringLiteral("The default group has no name: a client is in it as long as "
                                               "it is in no other.")};
}

} // namespace

Error clientNotFound(ClientId client)
{
    return {"client.not_found",
            QStringLiteral("No client %1 is connected.").arg(QString::fromLatin1(client.text()))};
}

Error clientEnded(ClientId client)
{
    const QString id = QString::fromLatin1(client.text());
    return {"client.ended",
            QStringLiteral("Client %1 has ended; /api/v1/ended_clients/%1 says how.").arg(id)};
}

Error endNotFound(ClientId client)
{
    return {"client.not_found", QStringLiteral("Client %1 is not among the newest that have ended.")
                                    .arg(QString::fromLatin1(client.text()))};
}

Error groupNotFound()
{
    return {"group.not_found", QStringLiteral("Nobody is in the group.")};
}

Result<void> checkClose(quint16 code, QByteArrayView reason)
{
    if (!websocket::mayBeOnTheWire(code)) {
        return Error{
            "client.bad_close_code",
            QStringLiteral("Close code %1 must not be sent: use 1000 to 1003, 1007 to 1014 or 3000 to 4999.")
                .arg(code)};
    }
    if (reason.size() > websocket::maxCloseReasonBytes) {
        return Error{"client.close_reason_too_long",
                     QStringLiteral("The reason has %1 bytes of UTF-8; %2 fit into a close frame.")
                         .arg(reason.size())
                         .arg(websocket::maxCloseReasonBytes)};
    }
    if (!websocket::isUtf8(reason)) { // RFC 6455 §5.5.1
        return Error{"client.close_reason_not_utf8", QStringLiteral("The reason is not UTF-8.")};
    }
    return {};
}

Result<void> checkJoin(const QList<GroupName>& groups, const GroupName& group, int maxGroups)
{
    if (group.isEmpty()) {
        return isDefaultGroup();
    }
    if (!groups.contains(group) && groups.size() >= maxGroups) {
        return Error{
            "group.too_many",
            QStringLiteral("The client is in %1 groups; limits.max_groups_per_client allows no more.")
                .arg(groups.size())};
    }
    return {};
}

Result<void> checkLeave(const QList<GroupName>& groups, const GroupName& group)
{
    if (group.isEmpty()) {
        return isDefaultGroup();
    }
    if (!groups.contains(group)) {
        return Error{"group.not_member",
                     QStringLiteral("The client is not in the group %1.").arg(quoted(group.bytes()))};
    }
    return {};
}

Result<void> checkAddTag(const QList<TagName>& tags, const TagName& tag, int maxTags)
{
    if (!tags.contains(tag) && tags.size() >= maxTags) {
        return Error{"tag.too_many",
                     QStringLiteral("The client has %1 tags; limits.max_tags_per_client allows no more.")
                         .arg(tags.size())};
    }
    return {};
}

Result<void> checkRemoveTag(const QList<TagName>& tags, const TagName& tag)
{
    if (!tags.contains(tag)) {
        return Error{"tag.not_set",
                     QStringLiteral("The client does not have the tag %1.").arg(quoted(tag.bytes()))};
    }
    return {};
}

} // namespace signalbox::broker
