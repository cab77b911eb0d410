// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/response.h"
#include "server/link/client_info.h"
#include "server/link/commands.h"

namespace signalbox::control {

// What the control API answers to acts of the operator.

/// 200 {"client":"c3","group":"red"}
[[nodiscard]] http::Response membershipAnswer(ClientId client, const GroupName& group);
/// 201 with the same, and where it is.
[[nodiscard]] http::Response joinedAnswer(ClientId client, const GroupName& group);
/// The same of a tag.
[[nodiscard]] http::Response tagAnswer(ClientId client, const TagName& tag);
[[nodiscard]] http::Response taggedAnswer(ClientId client, const TagName& tag);
/// 200 {"muted":true,"mutedUntil":…}
[[nodiscard]] http::Response muteAnswer(WallTime until);
/// 200 {"request":…,"response":…}: the header of each, as it was on the wire, credentials starred out.
[[nodiscard]] http::Response handshakeAnswer(const link::ClientDetail& detail);
/// 200 with the counts, and each client's fate when it is asked for.
[[nodiscard]] http::Response receiptAnswer(const Receipt& receipt, bool detail);
/// 200 {"reached":3,"clients":12,"hint":null}, and the decision for each client when it is asked for.
[[nodiscard]] http::Response previewAnswer(const link::Preview& preview, bool detail);

} // namespace signalbox::control
