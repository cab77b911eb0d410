// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/message/json_object.h"

#include <optional>

namespace signalbox::xsockets {

/// The fields of a message and of what reserved topics carry are single letters, written in either case.
/// Nothing when the field is not there, or is null.
[[nodiscard]] std::optional<message::JsonValue> field(const message::JsonObject& object, char upperCase);
/// Whether one of C, T, D, I, Q and R is there in both cases.
[[nodiscard]] bool hasFieldTwice(const message::JsonObject& object);

} // namespace signalbox::xsockets
