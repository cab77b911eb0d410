// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "server/core/name.h"
#include "server/core/result.h"

#include <QtCore/QByteArrayView>
#include <QtCore/QList>

namespace signalbox::broker {

// What the operator may do to clients. The hub asks first, with what it knows; the worker asks again, because
// it alone knows how things are now.

[[nodiscard]] Error clientNotFound(ClientId client);
/// Of one that was connected, and of which it is still known how it ended.
[[nodiscard]] Error clientEnded(ClientId client);
/// Of one that is not among those that have ended.
[[nodiscard]] Error endNotFound(ClientId client);
[[nodiscard]] Error groupNotFound();

/// Codes: client.bad_close_code, client.close_reason_too_long, client.close_reason_not_utf8.
[[nodiscard]] Result<void> checkClose(quint16 code, QByteArrayView reason);

/// Codes: group.is_default, group.too_many. A client may join a group that it is in: nothing changes.
[[nodiscard]] Result<void> checkJoin(const QList<GroupName>& groups, const GroupName& group, int maxGroups);
/// Codes: group.is_default, group.not_member.
[[nodiscard]] Result<void> checkLeave(const QList<GroupName>& groups, const GroupName& group);

/// Codes: tag.too_many. A client may be given a tag that it has: nothing changes.
[[nodiscard]] Result<void> checkAddTag(const QList<TagName>& tags, const TagName& tag, int maxTags);
/// Codes: tag.not_set.
[[nodiscard]] Result<void> checkRemoveTag(const QList<TagName>& tags, const TagName& tag);

} // namespace signalbox::broker
