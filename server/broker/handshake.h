// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/dialect.h"
#include "server/core/limits.h"
#include "server/http/endpoint_paths.h"
#include "server/http/http_error.h"
#include "server/http/request.h"
#include "server/link/client_info.h"

#include <memory>
#include <variant>

namespace signalbox::broker {

/// A handshake that is in order: who connects, and what is to be spoken.
struct Handshake {
    QByteArray dialect; ///< "envelope", "echo", "raw", "xsockets", "service", "scripted"
    QByteArray subprotocol;
    link::ClientInfo info;
    std::shared_ptr<DialectState> state{}; ///< what its dialect begins with
    bool comesBack = false; ///< with a PersistentId, under which the hub may have kept something
};

/// Reads a handshake at this endpoint. Host and Origin are judged elsewhere.
[[nodiscard]] std::variant<Handshake, http::HttpError>
readHandshake(const http::Request& request, const http::Endpoint& endpoint, const Limits& limits);

} // namespace signalbox::broker
