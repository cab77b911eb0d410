// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/http_error.h"
#include "server/message/json_object.h"

#include <QtCore/QByteArrayView>

#include <initializer_list>
#include <variant>

namespace signalbox::control {

/// The body of a request that takes an object with these members, or no body at all.
[[nodiscard]] std::variant<message::JsonObject, http::HttpError>
readBody(QByteArrayView body, std::initializer_list<QByteArrayView> known);

} // namespace signalbox::control
