// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/http_error.h"

#include <span>

namespace signalbox::managed {

/// Everything that a request of the Managed WebSocket API is refused for, beside what any request may be
/// refused for. The table in managed_fault.cpp has a row for each.
enum class ManagedFault {
    NotJson,
    NotObject,
    RepeatedKey,
    TooDeep,
    Missing,
    Blank,
    WrongType,
    BadEncoding,
    BadName,
    TooMany,
    ReadOnly,
    AuthorizationRequired,
    AccessDenied,
    TokenRefused,
    SocketNotFound,
    TooManyReserved,
};

/// `property` names what is wrong in the body ("receivers.tags"), `detail` fills the place in the sentence.
[[nodiscard]] http::HttpError managedError(ManagedFault fault, const QByteArray& property = {},
                                           const QString& detail = {});
/// Every fault, for the manual and its test.
[[nodiscard]] std::span<const ManagedFault> allManagedFaults();

} // namespace signalbox::managed
