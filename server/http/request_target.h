// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/http_error.h"
#include "server/http/request.h"

#include <QtCore/QByteArrayView>

#include <optional>
#include <variant>

namespace signalbox::http {

/// What a request target says (RFC 9112 §3.2).
struct RequestTarget {
    QByteArray rawPath;
    QByteArray path;
    QList<QueryParameter> query;
    QByteArray authority; ///< of the absolute form only
};

/// Takes the origin form ("/ws?a=b"), the absolute form with http, https, ws or wss, and "*" for OPTIONS. The
/// authority form belongs to CONNECT, which no server that is not a proxy serves.
[[nodiscard]] std::variant<RequestTarget, Fault> parseTarget(QByteArrayView target, QByteArrayView method);

} // namespace signalbox::http
