// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/error.h"

#include <QtCore/QByteArray>
#include <QtCore/QObject>

#include <optional>

namespace signalbox::webhook {

inline namespace answer_enums {
Q_NAMESPACE
/// Why there is no status.
enum class TransportFault {
    None,
    TimedOut,
    NotReached,
    TlsUntrusted, ///< nobody who is trusted signed the certificate
    TlsExpired,   ///< or it is not valid yet
    TlsOtherName, ///< the certificate is another host's
    TlsFailed,
    NotHttp,
};
Q_ENUM_NS(TransportFault)

/// What one attempt means for its call.
enum class Verdict {
    Taken,   ///< the application has it
    Again,   ///< it may take it later
    Refused, ///< it never will
};
Q_ENUM_NS(Verdict)
} // namespace answer_enums

/// How one attempt ended. The content of an answer decides nothing: it is kept for the window alone.
struct Answer {
    int status = 0; ///< 0: none came
    TransportFault fault = TransportFault::None;
    QByteArray retryAfter; ///< the header, as it came
    QByteArray received{}; ///< status line, header and body, where they are to be kept; else empty

    [[nodiscard]] Verdict verdict() const;
    /// The stable code and a sentence without anything that the peer sent; for what was not taken.
    [[nodiscard]] Error error() const;
    /// Retry-After (RFC 9110 §10.2.3), in either form; nothing when there is none that can be read.
    [[nodiscard]] std::optional<std::chrono::milliseconds> wantedDelay(WallTime now) const;
};

} // namespace signalbox::webhook
