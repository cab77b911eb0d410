// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/http/http_error.h"

#include <QtCore/QByteArrayView>

#include <variant>

namespace signalbox::control {

/// Until when a client is to be muted: {"until":"2026-11-26T10:12:01Z"}, {"seconds":600}; an empty object, or
/// no body: until it is unmuted, which is WallTime::max().
[[nodiscard]] std::variant<WallTime, http::HttpError> readMute(QByteArrayView body, WallTime now);

} // namespace signalbox::control
