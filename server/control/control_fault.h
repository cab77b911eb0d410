// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/error.h"
#include "server/http/http_error.h"

#include <optional>
#include <span>

namespace signalbox::control {

/// Everything that a request of the control API is refused for by the API itself. The table in
/// control_fault.cpp has a row for each.
enum class ControlFault {
    NotFound,
    UnknownParameter,
    BadParameter,
    BadCursor,
    NotJson,
    BadBody,
    UnknownMember,
    BadMember,
    ConsoleVersion,
    TooManyConsoles,
};

/// `what` names a parameter or a member, `expected` says what it should have been; both are words of ours.
[[nodiscard]] http::HttpError controlError(ControlFault fault, const QString& what = {},
                                           const QString& expected = {});
/// Every fault, for the manual and its test.
[[nodiscard]] std::span<const ControlFault> allControlFaults();

/// What the broker refuses an act or a message for, with the status that fits: 404 where something is not
/// there, 409 where the state of things forbids it, 422 where a value cannot be.
[[nodiscard]] http::HttpError refusalOf(const Error& error);
/// The codes of which refusalOf() knows the status; all others that it is asked for are 422.
[[nodiscard]] std::span<const QByteArrayView> knownRefusals();
/// The status that goes with any code that this API answers with.
[[nodiscard]] int statusOf(QByteArrayView code);

} // namespace signalbox::control
