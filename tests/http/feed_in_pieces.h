// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/request_parser.h"

#include <algorithm>
#include <optional>

namespace signalbox::tests {

inline const QByteArray getHeader = "GET /ws HTTP/1.1\r\nHost: a\r\n\r\n";

inline QByteArray post(const QByteArray& fields, const QByteArray& body)
{
    return "POST /p HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n" + body;
}

inline QByteArray chunked(const QByteArray& body)
{
    return post("Transfer-Encoding: chunked\r\n", body);
}

/// What becomes of bytes that come in pieces of `pieceBytes`.
struct Outcome {
    http::RequestParser::State state = http::RequestParser::State::NeedMore;
    qsizetype consumed = 0;
    std::optional<http::Request> request;
    http::HttpError error;
};

inline Outcome feedInPieces(const QByteArray& bytes, qsizetype pieceBytes,
                            const http::ParserLimits& limits = {})
{
    http::RequestParser parser(limits);
    Outcome outcome;
    while (outcome.state == http::RequestParser::State::NeedMore && outcome.consumed < bytes.size()) {
        const qsizetype size = std::min(pieceBytes, bytes.size() - outcome.consumed);
        const auto progress = parser.feed(QByteArrayView(bytes).sliced(outcome.consumed, size));
        outcome.state = progress.state;
        outcome.consumed += progress.consumed;
    }
    if (outcome.state == http::RequestParser::State::Complete) {
        outcome.request = parser.takeRequest();
    } else if (outcome.state == http::RequestParser::State::Failed) {
        outcome.error = parser.error();
    }
    return outcome;
}

inline QList<qsizetype> pieceSizes(const QByteArray& bytes)
{
    return {bytes.size(), 1, 2, 3, 5, 7, 64, 1000};
}

} // namespace signalbox::tests
