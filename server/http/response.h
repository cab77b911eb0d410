// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/http_error.h"
#include "server/http/request.h"

#include <QtCore/QByteArray>

namespace signalbox::http {

/// One HTTP answer. Content-Length, Connection, X-Content-Type-Options and Cache-Control: no-store are added
/// when it is written; a Cache-Control of its own wins. A value; any thread.
struct Response {
    int status = 200;
    HeaderList headers;
    QByteArray body;
    bool close = false; ///< whatever the request would like
};

/// The answer as bytes. `request` decides whether the connection stays and whether a body goes out (HEAD);
/// null for a request that could not be read: then the connection closes. Control characters in header values
/// are taken out, so nothing that came in can begin a header of its own.
[[nodiscard]] QByteArray serialise(const Response& response, const Request* request);
/// Whether the connection ends after this answer.
[[nodiscard]] bool closesAfter(const Response& response, const Request* request);

[[nodiscard]] Response jsonResponse(int status, QByteArray json);
/// {"error":{"code":…,"reason":…}}; below /v1 the shape of Managed WebSocket,
/// {"error":{"reason":"AccessDenied","property":…,"message":…}}, whose reason is the last part of the code.
/// `path` is the decoded path of the request, as far as it could be read.
[[nodiscard]] Response errorResponse(const HttpError& error, QByteArrayView path = {});
/// "HTTP/1.1 100 Continue", to be sent when the parser asks for it.
[[nodiscard]] QByteArray continueResponse();

} // namespace signalbox::http
