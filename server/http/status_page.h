// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/response.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

namespace signalbox::http {

/// Whether the broker takes clients.
enum class Readiness { Starting, Ready, Draining };

/// What the status page shows.
struct BrokerStatus {
    QByteArray version;
    qint64 clients = 0;
    qint64 groups = 0;
    QList<QByteArray> listeners; ///< URLs: "ws://127.0.0.1:5210"
};

/// `GET /`: a page, or JSON for a caller that names application/json in Accept and likes HTML no better.
/// `pageTemplate` is HTML with {{version}}, {{clients}}, {{groups}} and {{listeners}}; values are escaped.
[[nodiscard]] Response statusPage(const Request& request, const BrokerStatus& status,
                                  const QByteArray& pageTemplate);
/// `GET /healthz`: 200 while the program answers at all.
[[nodiscard]] Response healthAnswer();
/// `GET /readyz`: 200 when ready, else 503 with Retry-After.
[[nodiscard]] Response readinessAnswer(Readiness readiness);
/// Whether the Accept header asks for JSON rather than for HTML (RFC 9110 §12.5.1).
[[nodiscard]] bool prefersJson(const Request& request);

} // namespace signalbox::http
