// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/http_error.h"

#include <algorithm>
#include <array>

namespace signalbox::http {

namespace {

enum class After { Keep, Close };

struct Row {
    Fault fault;
    int status;
    After after;
    const char* code;
    const char* reason;
    const char* headerName = nullptr;
    const char* headerValue = nullptr;
};

using enum Fault;
using enum After;

// In the order of the enum, so that a fault is its own index. Faults of framing close: what follows on the
// connection could be taken for a request by one side and for a body by the other.
constexpr std::array rows{
    Row{BadRequestLine, 400, Close, "http.bad_request_line",
        "The request line must be METHOD SP TARGET SP HTTP/1.1; is this an HTTP client, and without TLS?"},
    Row{BadTarget, 400, Close, "http.bad_target",
        "The request target must be a path, or a URL with http, https, ws or wss."},
    Row{BadPercentEncoding, 400, Close, "http.bad_percent_encoding",
        "In the target, a % must be followed by two hexadecimal digits, and %00 is not allowed."},
    Row{BadHeader, 400, Close, "http.bad_header",
        "A header field must be NAME: VALUE without control characters, and each line must end with CR LF."},
    Row{FoldedHeader, 400, Close, "http.folded_header", "A header field must stand on one line."},
    Row{MissingHost, 400, Close, "http.missing_host", "An HTTP/1.1 request needs a Host header."},
    Row{DuplicateHost, 400, Close, "http.duplicate_host", "A request may have one Host header only."},
    Row{BadHost, 400, Close, "http.bad_host",
        "The Host header must be a name or an address, and perhaps a port."},
    Row{BadContentLength, 400, Close, "http.bad_content_length",
        "Content-Length must be one decimal number."},
    Row{DuplicateContentLength, 400, Close, "http.duplicate_content_length",
        "A request may have one Content-Length header only, even if both say the same."},
    Row{ConflictingLengths, 400, Close, "http.conflicting_lengths",
        "A request may have Content-Length or Transfer-Encoding, not both."},
    Row{BadTransferEncoding, 400, Close, "http.bad_transfer_encoding",
        "A request may have one Transfer-Encoding header, and none in HTTP/1.0."},
    Row{BadChunk, 400, Close, "http.bad_chunk", "The chunked body is malformed."},
    Row{TokenRequired, 401, Keep, "http.token_required",
        "This needs the header Authorization: Bearer with the operator token, which signalbox token show "
        "prints.",
        "WWW-Authenticate", "Bearer"}, // RFC 9110 §15.5.2: MUST
    Row{TokenRefused, 401, Keep, "http.token_refused", "That is not the operator token.", "WWW-Authenticate",
        "Bearer"},
    Row{OriginRefused, 403, Keep, "http.origin_refused",
        "Pages of this origin may not use this broker. The setting http.allowed_origins lists those that "
        "may."},
    Row{DuplicateOrigin, 403, Keep, "http.duplicate_origin", "A request may have one Origin header only."},
    Row{OriginRequired, 403, Keep, "http.origin_required",
        "Without an Origin header this is only allowed from this machine, or with a token."},
    Row{NotFound, 404, Keep, "http.not_found",
        "There is nothing at this path. WebSocket clients connect at /ws."},
    Row{MethodNotAllowed, 405, Keep, "http.method_not_allowed",
        "This path does not take this method; see the Allow header."},
    Row{RequestTimeout, 408, Close, "http.timeout", "The request did not arrive in time."},
    Row{BodyTooLarge, 413, Close, "http.body_too_large", "The body is over the limit limits.max_body."},
    Row{ChunkOverheadTooLarge, 413, Close, "http.chunk_overhead_too_large",
        "The chunked body has too much around its data: extensions, trailers or zeros."},
    Row{TargetTooLong, 414, Close, "http.target_too_long",
        "The request target is over the limit limits.max_target, or over 8 KiB in a handshake."},
    Row{JsonRequired, 415, Keep, "http.json_required",
        "A request of a page (it has an Origin header) needs Content-Type: application/json."},
    Row{UnknownExpectation, 417, Close, "http.unknown_expectation",
        "The only expectation that can be met is 100-continue."},
    Row{HostRefused, 421, Keep, "http.host_refused",
        "This broker does not answer to the name in the Host header. The setting http.allowed_hosts adds "
        "names."},
    Row{UpgradeRequired, 426, Keep, "http.upgrade_required", "This path is for WebSocket connections."},
    Row{TooManyWrongTokens, 429, Keep, "http.too_many_wrong_tokens",
        "Too many wrong tokens came from this address; try again later."},
    Row{HeaderTooLarge, 431, Close, "http.header_too_large",
        "The header is over the limit limits.max_header."},
    Row{TooManyHeaders, 431, Close, "http.too_many_headers", "A request may have 100 header fields."},
    Row{InternalError, 500, Close, "http.internal", "The broker could not answer; its log says why."},
    Row{UnsupportedTransferEncoding, 501, Close, "http.unsupported_transfer_encoding",
        "The only transfer encoding that is understood is chunked."},
    Row{TooManyClients, 503, Close, "http.too_many_clients",
        "The broker has as many clients as limits.max_clients allows.", "Retry-After", "10"},
    Row{ShuttingDown, 503, Close, "http.shutting_down", "The broker is shutting down.", "Retry-After", "5"},
    Row{UnsupportedHttpVersion, 505, Close, "http.unsupported_version",
        "Only HTTP/1.1 and HTTP/1.0 are spoken here."},
    Row{HandshakeMethod, 405, Keep, "handshake.method", "A WebSocket handshake is a GET request.", "Allow",
        "GET"},
    Row{HandshakeHttpVersion, 400, Close, "handshake.http_version", "A WebSocket handshake needs HTTP/1.1."},
    Row{HandshakeUpgradeHeader, 400, Keep, "handshake.upgrade_header",
        "A WebSocket handshake needs the header Upgrade: websocket; does a proxy remove it?"},
    Row{HandshakeConnectionHeader, 400, Keep, "handshake.connection_header",
        "A WebSocket handshake needs the header Connection: Upgrade; does a proxy remove it?"},
    Row{HandshakeBody, 400, Close, "handshake.body", "A WebSocket handshake has no body."},
    Row{HandshakeLineTooLong, 431, Close, "handshake.line_too_long",
        "No line of a WebSocket handshake may have more than 8190 bytes; is it a cookie?"},
    Row{HandshakeVersion, 426, Keep, "handshake.version",
        "Only version 13 of the WebSocket protocol is spoken here."},
    Row{HandshakeDuplicateVersion, 400, Keep, "handshake.duplicate_version",
        "A WebSocket handshake may have one Sec-WebSocket-Version header only."},
    Row{HandshakeMissingKey, 400, Keep, "handshake.missing_key",
        "A WebSocket handshake needs a Sec-WebSocket-Key header."},
    Row{HandshakeDuplicateKey, 400, Keep, "handshake.duplicate_key",
        "A WebSocket handshake may have one Sec-WebSocket-Key header only."},
    Row{HandshakeBadKey, 400, Keep, "handshake.bad_key", "Sec-WebSocket-Key must be 16 bytes in base64."},
    Row{HandshakeBadSubprotocols, 400, Keep, "handshake.bad_subprotocols",
        "Sec-WebSocket-Protocol must be a list of tokens separated by commas."},
    Row{HandshakeDuplicateSubprotocol, 400, Keep, "handshake.duplicate_subprotocol",
        "Sec-WebSocket-Protocol names a subprotocol twice."},
};

constexpr bool rowsAreInOrder()
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (static_cast<std::size_t>(rows[i].fault) != i) {
            return false;
        }
    }
    return rows.size() == static_cast<std::size_t>(HandshakeDuplicateSubprotocol) + 1;
}
static_assert(rowsAreInOrder());

constexpr auto faults = [] {
    std::array<Fault, rows.size()> all{};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        all[i] = rows[i].fault;
    }
    return all;
}();

} // namespace

HttpError httpError(Fault fault)
{
    const Row& row = rows[static_cast<std::size_t>(fault)];
    HttpError error{row.status, row.code, QString::fromLatin1(row.reason), {}, row.after == Close, {}};
    if (row.headerName) {
        error.headers.add(row.headerName, row.headerValue);
    }
    if (row.status == 426) {
        error.headers.add("Upgrade", "websocket");        // RFC 9110 §15.5.22: MUST
        error.headers.add("Sec-WebSocket-Version", "13"); // RFC 6455 §4.4
    }
    return error;
}

HttpError methodNotAllowed(const QByteArray& allowedMethods)
{
    HttpError error = httpError(MethodNotAllowed);
    error.headers.add("Allow", allowedMethods); // RFC 9110 §15.5.6: MUST
    return error;
}

HttpError badContent(const Error& error)
{
    return {400, error.code, error.message, {}, false, {}};
}

std::span<const Fault> allFaults()
{
    return faults;
}

QByteArrayView reasonPhrase(int status)
{
    struct Phrase {
        int status;
        const char* text;
    };
    static constexpr std::array phrases{
        Phrase{100, "Continue"},
        Phrase{101, "Switching Protocols"},
        Phrase{200, "OK"},
        Phrase{201, "Created"},
        Phrase{204, "No Content"},
        Phrase{301, "Moved Permanently"},
        Phrase{304, "Not Modified"},
        Phrase{308, "Permanent Redirect"},
        Phrase{400, "Bad Request"},
        Phrase{401, "Unauthorized"},
        Phrase{403, "Forbidden"},
        Phrase{404, "Not Found"},
        Phrase{405, "Method Not Allowed"},
        Phrase{408, "Request Timeout"},
        Phrase{413, "Content Too Large"},
        Phrase{414, "URI Too Long"},
        Phrase{415, "Unsupported Media Type"},
        Phrase{417, "Expectation Failed"},
        Phrase{421, "Misdirected Request"},
        Phrase{422, "Unprocessable Content"},
        Phrase{426, "Upgrade Required"},
        Phrase{429, "Too Many Requests"},
        Phrase{431, "Request Header Fields Too Large"},
        Phrase{500, "Internal Server Error"},
        Phrase{501, "Not Implemented"},
        Phrase{503, "Service Unavailable"},
        Phrase{505, "HTTP Version Not Supported"},
    };
    const auto found = std::find_if(phrases.begin(), phrases.end(),
                                    [status](const Phrase& phrase) { return phrase.status == status; });
    return found == phrases.end() ? "Unknown" : found->text;
}

} // namespace signalbox::http
