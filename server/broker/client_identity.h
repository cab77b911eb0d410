// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/limits.h"
#include "server/core/name.h"
#include "server/core/result.h"
#include "server/http/request.h"

#include <QtCore/QList>

namespace signalbox::broker {

/// Who a client says it is when it connects (PRODUCT section 3).
struct ClientIdentity {
    UserName user;
    QList<GroupName> groups; ///< each once, in the order given; empty: the default group
    QList<TagName> tags;
};

/// Reads `userId` (or `user`), `groupId` (or `group`, both may repeat) and `tags=a,b` of a handshake. An
/// empty value counts as not given. Error codes: user.… , group.… and tag.… followed by name_too_long,
/// name_not_utf8 or name_has_control_character; group.too_many, tag.too_many, user.ambiguous.
[[nodiscard]] Result<ClientIdentity> readIdentity(const http::Request& request, const Limits& limits);

} // namespace signalbox::broker
