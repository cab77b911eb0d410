// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/response.h"

#include "server/http/json_text.h"
#include "server/http/managed_paths.h"
#include "server/http/token.h"

namespace signalbox::http {

namespace {

/// A header value on one line (RFC 9110 §5.5).
QByteArray cleanValue(QByteArrayView value)
{
    QByteArray clean;
    clean.reserve(value.size());
    for (const char character : value) {
        const auto byte = static_cast<unsigned char>(character);
        if ((byte >= 0x20 && byte != 0x7F) || character == '\t') {
            clean.append(character);
        }
    }
    return clean;
}

void appendField(QByteArray& bytes, QByteArrayView name, QByteArrayView value)
{
    Q_ASSERT(isToken(name)); // names are ours, never a peer's
    bytes.append(name);
    bytes.append(": ");
    bytes.append(cleanValue(value));
    bytes.append("\r\n");
}

/// RFC 9110 §6.4.1 and §8.6: these answers have no content and say no length.
bool neverHasBody(int status)
{
    return status < 200 || status == 204 || status == 304;
}

QByteArray ownErrorJson(const HttpError& error)
{
    return R"({"error":{"code":)" + jsonString(QString::fromUtf8(error.code)) + R"(,"reason":)" +
           jsonString(error.reason) + "}}";
}

/// "AccessDenied" of "managed.access_denied".
QByteArray reasonWord(const QByteArray& code)
{
    QByteArray word;
    for (const QByteArray& part : code.sliced(code.lastIndexOf('.') + 1).split('_')) {
        word += part.first(1).toUpper() + part.sliced(1);
    }
    return word;
}

QByteArray managedErrorJson(const HttpError& error)
{
    QByteArray json = R"({"error":{"reason":")" + reasonWord(error.code) + '"';
    if (!error.property.isEmpty()) {
        json += R"(,"property":)" + jsonString(QString::fromUtf8(error.property));
    }
    return json + R"(,"message":)" + jsonString(error.reason) + "}}";
}

} // namespace

bool closesAfter(const Response& response, const Request* request)
{
    return response.close || !request || !request->keepAlive;
}

QByteArray serialise(const Response& response, const Request* request)
{
    QByteArray bytes;
    bytes.reserve(256 + response.body.size());
    bytes.append("HTTP/1.1 ");
    bytes.append(QByteArray::number(response.status));
    bytes.append(' ');
    bytes.append(reasonPhrase(response.status));
    bytes.append("\r\n");
    for (const HeaderField& field : response.headers) {
        appendField(bytes, field.name, field.value);
    }
    QByteArray connection = closesAfter(response, request) ? "close" : "keep-alive";
    if (response.headers.contains("Upgrade")) {
        connection += ", Upgrade"; // RFC 9110 §7.8: MUST
    }
    appendField(bytes, "Connection", connection);
    appendField(bytes, "X-Content-Type-Options", "nosniff");
    if (!response.headers.contains("Cache-Control")) {
        appendField(bytes, "Cache-Control", "no-store");
    }
    if (!neverHasBody(response.status)) {
        appendField(bytes, "Content-Length", QByteArray::number(response.body.size()));
    }
    bytes.append("\r\n");
    const bool isHead = request && request->method == "HEAD";
    if (!isHead && !neverHasBody(response.status)) {
        bytes.append(response.body);
    }
    return bytes;
}

Response jsonResponse(int status, QByteArray json)
{
    return {status, {{"Content-Type", "application/json"}}, std::move(json)};
}

Response errorResponse(const HttpError& error, QByteArrayView path)
{
    Response response =
        jsonResponse(error.status, isBelowManagedRoot(path) ? managedErrorJson(error) : ownErrorJson(error));
    response.headers.add(error.headers);
    response.close = error.closes;
    return response;
}

QByteArray continueResponse()
{
    return "HTTP/1.1 100 Continue\r\n\r\n";
}

} // namespace signalbox::http
