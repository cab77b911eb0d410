// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/http_error.h"
#include "server/http/parser_limits.h"
#include "server/http/request.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <memory>

namespace signalbox::http {

/// Reads the requests of one connection, one after the other, without a socket: bytes go in, a Request comes
/// out.
///
/// Purpose: HTTP/1.1 requests (RFC 9112) that can be read in one way only. Boost.Beast parses; what it is
/// lenient about is refused around it (header_rules). How the bytes are cut never changes the outcome.
/// Thread: any one. Owner: the connection that reads. Limits: ParserLimits; it holds one header or one chunk
/// line, and the body so far.
class RequestParser final {
public:
    enum class State { NeedMore, Complete, Failed };

    struct Progress {
        State state = State::NeedMore;
        qsizetype consumed = 0; ///< of the bytes given; on Complete, what follows belongs to the next request
        bool sendContinue =
            false; ///< the peer waits for "HTTP/1.1 100 Continue" before it sends the body; said once
    };

    explicit RequestParser(const ParserLimits& limits);
    ~RequestParser();
    RequestParser(RequestParser&& other) noexcept;
    RequestParser& operator=(RequestParser&& other) noexcept;

    /// Not to be called after Complete or Failed, until reset(). After the header alone was fed, header() can
    /// be judged before the body is let in.
    [[nodiscard]] Progress feed(QByteArrayView bytes);
    /// The request without its body, as soon as its header has been read; null before, and after
    /// takeRequest().
    [[nodiscard]] const Request* header() const;
    /// The path of the request, as far as it was read; after Failed, too.
    [[nodiscard]] const QByteArray& path() const;
    /// Whether some bytes of a request have been taken; an idle connection has none.
    [[nodiscard]] bool hasBegun() const;
    /// After Complete: the request. The parser then waits for the next one, as after reset().
    [[nodiscard]] Request takeRequest();
    /// After Failed.
    [[nodiscard]] const HttpError& error() const;
    /// Forgets everything that was fed.
    void reset();

private:
    class Reader;

    ParserLimits m_limits;
    std::unique_ptr<Reader> m_reader; ///< of the request that has begun; null: none has
};

} // namespace signalbox::http
