// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/limits.h"
#include "server/http/endpoint_paths.h"
#include "server/http/http_error.h"
#include "server/http/request.h"
#include "server/link/client_info.h"

#include <variant>

namespace signalbox::broker {

/// A handshake that is in order: who connects, and what is to be spoken.
struct Handshake {
    QByteArray dialect; ///< "envelope", "echo", "raw"
    QByteArray subprotocol;
    link::ClientInfo info;
};

/// Reads a handshake at this endpoint. Host and Origin are judged elsewhere.
[[nodiscard]] std::variant<Handshake, http::HttpError>
readHandshake(const http::Request& request, const http::Endpoint& endpoint, const Limits& limits);

} // namespace signalbox::broker
