// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/webhook/call.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <utility>

namespace signalbox::webhook {

/// The header fields that each call carries beside those of HTTP itself. Names of users and groups have all
/// but letters, digits and -._~ percent-encoded (RFC 3986 §2.1), so that they are ASCII; groups have commas
/// between.
[[nodiscard]] QList<std::pair<QByteArray, QByteArray>> requestHeaders(const Call& call);

} // namespace signalbox::webhook
