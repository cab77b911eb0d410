// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/request.h"

namespace signalbox::http {

/// The token of an Authorization header with the scheme Bearer, in any case (RFC 6750 §2.1); nothing when
/// there is none, more than one, or another scheme.
[[nodiscard]] std::optional<QByteArray> bearerToken(const Request& request);

/// The header of a request as it may be shown, recorded and logged: the credentials in Authorization and
/// Proxy-Authorization, and a PersistentId in the query, are stars, as many as they had bytes.
[[nodiscard]] QByteArray withoutCredentials(QByteArrayView headerBlock);

} // namespace signalbox::http
