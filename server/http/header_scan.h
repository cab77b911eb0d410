// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/http_error.h"
#include "server/http/parser_limits.h"

#include <QtCore/QByteArrayView>

namespace signalbox::http {

/// Whether the bytes at the front of a connection hold a whole request header yet.
struct HeaderScan {
    enum class State { NeedMore, Complete, Failed };

    State state = State::NeedMore;
    qsizetype headerBytes = 0;  ///< Complete: up to and with the empty line, leadingBytes included
    qsizetype leadingBytes = 0; ///< an empty line before the request line, which is no part of it: 0 or 2
    Fault fault = Fault::BadRequestLine; ///< Failed
};

/// Finds the end of the header without taking or judging it, because the bytes of a WebSocket handshake must
/// stay in the socket. Refuses at once what can never become a header: a method that is none (TLS, binary
/// noise), a target or a header over its limit, a line that ends without CR. The answer depends on the bytes
/// alone, not on how they were cut. `scannedBytes` at the front of `buffered` were given before and need no
/// second look for the end.
[[nodiscard]] HeaderScan scanHeader(QByteArrayView buffered, const ParserLimits& limits,
                                    qsizetype scannedBytes = 0);

} // namespace signalbox::http
