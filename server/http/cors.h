// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/access_policy.h"
#include "server/http/response.h"

#include <QtCore/QByteArray>

namespace signalbox::http {

/// Whether a browser asks if a page may send the real request (CORS preflight).
[[nodiscard]] bool isPreflight(const Request& request);
/// The answer to one that the policy let pass: 204 for a configured origin; 405 for all others, which are the
/// broker's own pages (they need no permission) and pages on loopback (they may connect sockets, not read
/// answers).
[[nodiscard]] Response preflightResponse(const Request& request, const AccessPolicy& policy,
                                         const QByteArray& allowedMethods);
/// What an answer carries so that a page of a configured origin may read it; nothing for all others.
[[nodiscard]] HeaderList corsHeaders(const Request& request, const AccessPolicy& policy);

} // namespace signalbox::http
