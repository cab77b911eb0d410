// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "server/core/name.h"
#include "server/core/result.h"

#include <QtCore/QByteArrayView>

namespace signalbox::control {

// What the segments of a path in braces name.

/// Error: client.not_found; what is no id names nobody.
[[nodiscard]] Result<ClientId> readClientId(QByteArrayView segment);
/// Errors: group.name_….
[[nodiscard]] Result<GroupName> readGroupName(QByteArrayView segment);

/// Errors: tag.name_….
[[nodiscard]] Result<TagName> readTagName(QByteArrayView segment);

} // namespace signalbox::control
