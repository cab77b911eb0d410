// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/request.h"
#include "server/http/response.h"
#include "server/managed/socket_registry.h"

#include <variant>

namespace signalbox::managed {

/// The bodies of the Managed WebSocket API, with their keys in the documented order.

/// ws://HOST/?token=ID, with the host that the client used.
[[nodiscard]] QByteArray socketUri(const http::Request& request, const QByteArray& id);
/// 200 {"expiresAt":…,"uri":…,"tags":[…]}
[[nodiscard]] http::Response uriAnswer(const Reservation& reservation, const http::Request& request);
/// 201 {"id":…,"tags":[…],"expiresAt":…,"uri":…}
[[nodiscard]] http::Response createdAnswer(const Reservation& reservation, const http::Request& request);
/// 200 {"id":…,"connectedAt":…,"tags":[…]}
[[nodiscard]] http::Response socketAnswer(const OpenSocket& socket);
/// 200 {"results":[…]}
[[nodiscard]] http::Response socketsAnswer(const QList<OpenSocket>& sockets);

/// The tags that POST /v1/sockets asks for; no body at all asks for none.
[[nodiscard]] std::variant<QList<TagName>, http::HttpError> readTags(QByteArrayView body, int maxTags);

/// 200 with what is in force: `identityProvider` is the value of managed.access_control.
[[nodiscard]] http::Response configurationAnswer(const QByteArray& identityProvider);
/// PUT of a configuration: it may say what is so already.
[[nodiscard]] std::optional<http::HttpError> checkConfiguration(QByteArrayView body,
                                                                const QByteArray& identityProvider);

} // namespace signalbox::managed
