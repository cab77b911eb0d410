// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/error.h"
#include "server/http/header_list.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QString>

#include <span>

namespace signalbox::http {

/// Everything that a request or a handshake can be refused for. The table in http_error.cpp has a row for
/// each.
enum class Fault {
    BadRequestLine,
    BadTarget,
    BadPercentEncoding,
    BadHeader,
    FoldedHeader,
    MissingHost,
    DuplicateHost,
    BadHost,
    BadContentLength,
    DuplicateContentLength,
    ConflictingLengths,
    BadTransferEncoding,
    BadChunk,
    TokenRequired,
    TokenRefused,
    OriginRefused,
    DuplicateOrigin,
    OriginRequired,
    NotFound,
    MethodNotAllowed,
    RequestTimeout,
    BodyTooLarge,
    ChunkOverheadTooLarge,
    TargetTooLong,
    JsonRequired,
    UnknownExpectation,
    HostRefused,
    UpgradeRequired,
    TooManyWrongTokens,
    HeaderTooLarge,
    TooManyHeaders,
    InternalError,
    UnsupportedTransferEncoding,
    TooManyClients,
    ShuttingDown,
    UnsupportedHttpVersion,
    HandshakeMethod,
    HandshakeHttpVersion,
    HandshakeUpgradeHeader,
    HandshakeConnectionHeader,
    HandshakeBody,
    HandshakeLineTooLong,
    HandshakeVersion,
    HandshakeDuplicateVersion,
    HandshakeMissingKey,
    HandshakeDuplicateKey,
    HandshakeBadKey,
    HandshakeBadSubprotocols,
    HandshakeDuplicateSubprotocol,
};

/// A refusal with a real HTTP status. `code` is stable and documented ("http.header_too_large"); `reason` is
/// one sentence that says what to do, and holds nothing that the peer sent.
struct HttpError {
    int status = 500;
    QByteArray code;
    QString reason;
    HeaderList headers;       ///< that the status asks for: Allow, Retry-After, Sec-WebSocket-Version
    bool closes = true;       ///< what follows on the connection cannot be trusted, or is not wanted
    QByteArray property = {}; ///< what is wrong in the body: "receivers.tags"; empty: nothing in particular

    friend bool operator==(const HttpError&, const HttpError&) = default;
};

[[nodiscard]] HttpError httpError(Fault fault);
/// 405; `allowedMethods` as in the Allow header: "GET, HEAD".
[[nodiscard]] HttpError methodNotAllowed(const QByteArray& allowedMethods);
/// 400 with the code and the sentence of an error that a parser of the content found ("envelope.not_json").
[[nodiscard]] HttpError badContent(const Error& error);

/// Every fault, for the manual and its test.
[[nodiscard]] std::span<const Fault> allFaults();
/// "Not Found"; "Unknown" for a status that the program never sends.
[[nodiscard]] QByteArrayView reasonPhrase(int status);

} // namespace signalbox::http
