// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/managed/managed_fault.h"

#include <array>

namespace signalbox::managed {

namespace {

struct Row {
    ManagedFault fault;
    int status;
    const char* code;
    const char* reason; ///< %1: the property, %2: the detail
};

using enum ManagedFault;

// In the order of the enum, so that a fault is its own index.
constexpr std::array rows{
    Row{NotJson, 422, "managed.not_json", "The body is not JSON: %2."},
    Row{NotObject, 422, "managed.not_object", "The body must be a JSON object."},
    Row{RepeatedKey, 422, "managed.repeated_key", "A key of the body is there twice."},
    Row{TooDeep, 422, "managed.too_deep", "The body nests objects and arrays deeper than 64."},
    Row{Missing, 422, "managed.missing", "%1 is missing, or null."},
    Row{Blank, 422, "managed.blank", "%1 can't be blank."},
    Row{WrongType, 422, "managed.wrong_type", "%1 must be %2."},
    Row{BadEncoding, 422, "managed.bad_encoding", "%1 must be %2."},
    Row{BadName, 422, "managed.bad_name",
        "A name in %1 has 1 to 128 bytes of UTF-8 without control characters."},
    Row{TooMany, 422, "managed.too_many", "%1 has more entries than %2 allows."},
    Row{ReadOnly, 422, "managed.read_only",
        "%1 is set in the configuration of the program, and nowhere else."},
    Row{AuthorizationRequired, 401, "managed.authorization_required",
        "This needs the header Authorization: Bearer with the operator token, which signalbox token show "
        "prints."},
    Row{AccessDenied, 401, "managed.access_denied", "Access denied: that is not the operator token."},
    Row{TokenRefused, 403, "managed.token_refused",
        "This one-time token is unknown, used or expired; GET /v1/websocket_uri gives a new one."},
    Row{SocketNotFound, 404, "managed.socket_not_found", "There is no such socket."},
    Row{TooManyReserved, 503, "managed.too_many_reserved",
        "Too many sockets are reserved and not opened yet; try again later."},
};

constexpr auto faults = [] {
    std::array<ManagedFault, rows.size()> all{};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        all[i] = rows[i].fault;
    }
    return all;
}();

constexpr bool rowsAreInOrder()
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (static_cast<std::size_t>(rows[i].fault) != i) {
            return false;
        }
    }
    return rows.size() == static_cast<std::size_t>(TooManyReserved) + 1;
}
static_assert(rowsAreInOrder());

} // namespace

http::HttpError managedError(ManagedFault fault, const QByteArray& property, const QString& detail)
{
    const Row& row = rows[static_cast<std::size_t>(fault)];
    QString reason = QString::fromLatin1(row.reason);
    reason.replace(QStringLiteral("%1"), QString::fromLatin1(property)).replace(QStringLiteral("%2"), detail);
    http::HttpError error{row.status, row.code, reason, {}, false, property};
    if (row.status == 401) {
        error.headers.add("WWW-Authenticate", "Bearer"); // RFC 9110 §15.5.2: MUST
    } else if (row.status == 503) {
        error.headers.add("Retry-After", "10");
    }
    return error;
}

std::span<const ManagedFault> allManagedFaults()
{
    return faults;
}

} // namespace signalbox::managed
