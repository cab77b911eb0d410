// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/control_fault.h"

#include <algorithm>
#include <array>

namespace signalbox::control {

namespace {

struct Row {
    ControlFault fault;
    int status;
    const char* code;
    const char* reason; ///< %1: what, %2: what was expected
};

using enum ControlFault;

// In the order of the enum, so that a fault is its own index.
constexpr std::array rows{
    Row{NotFound, 404, "control.not_found",
        "The control API has nothing at this path; /api/v1/openapi.json lists what it has."},
    Row{UnknownParameter, 400, "control.unknown_parameter",
        "The query has a parameter that this path does not know: it knows %1."},
    Row{BadParameter, 400, "control.bad_parameter", "The parameter %1 must be %2."},
    Row{BadCursor, 400, "control.bad_cursor",
        "The cursor is none that an answer with this sort has given in nextCursor."},
    Row{NotJson, 400, "control.not_json", "The body is not JSON: %1."},
    Row{BadBody, 422, "control.bad_body", "The body must be %1."},
    Row{UnknownMember, 422, "control.unknown_member",
        "The body has a key that is not known here: known are %1."},
    Row{BadMember, 422, "control.bad_member", "%1 must be %2."},
    Row{ConsoleVersion, 400, "control.console_version",
        "Consoles attach here with the subprotocol signalbox.console.v1. Perhaps one of the two programs is "
        "older."},
    Row{TooManyConsoles, 503, "control.too_many_consoles", "As many consoles are attached as may be."},
};

constexpr bool rowsAreInOrder()
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (static_cast<std::size_t>(rows[i].fault) != i) {
            return false;
        }
    }
    return rows.size() == static_cast<std::size_t>(TooManyConsoles) + 1;
}
static_assert(rowsAreInOrder());

constexpr auto faults = [] {
    std::array<ControlFault, rows.size()> all{};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        all[i] = rows[i].fault;
    }
    return all;
}();

struct Refusal {
    QByteArrayView code;
    int status;
};

constexpr std::array refusals{
    Refusal{"client.not_found", 404},
    Refusal{"client.ended", 404},
    Refusal{"client.bad_close_code", 422},
    Refusal{"client.close_reason_too_long", 422},
    Refusal{"client.close_reason_not_utf8", 422},
    Refusal{"group.not_found", 404},
    Refusal{"group.not_member", 404},
    Refusal{"group.is_default", 422},
    Refusal{"group.too_many", 409},
    Refusal{"group.name_too_long", 400},
    Refusal{"group.name_not_utf8", 400},
    Refusal{"frame.not_kept", 404},
    Refusal{"tag.not_set", 404},
    Refusal{"tag.too_many", 409},
    Refusal{"tag.name_too_long", 400},
    Refusal{"tag.name_not_utf8", 400},
    Refusal{"tag.name_has_control_character", 400},
    Refusal{"group.name_has_control_character", 400},
};

constexpr auto refusalCodes = [] {
    std::array<QByteArrayView, refusals.size()> codes{};
    for (std::size_t i = 0; i < refusals.size(); ++i) {
        codes[i] = refusals[i].code;
    }
    return codes;
}();

constexpr int defaultRefusal = 422;

} // namespace

http::HttpError controlError(ControlFault fault, const QString& what, const QString& expected)
{
    const Row& row = rows[static_cast<std::size_t>(fault)];
    QString reason = QString::fromLatin1(row.reason);
    reason.replace(QStringLiteral("%1"), what).replace(QStringLiteral("%2"), expected);
    return {row.status, row.code, reason, {}, false, {}};
}

std::span<const ControlFault> allControlFaults()
{
    return faults;
}

http::HttpError refusalOf(const Error& error)
{
    return {statusOf(error.code), error.code, error.message, {}, false, {}};
}

std::span<const QByteArrayView> knownRefusals()
{
    return refusalCodes;
}

int statusOf(QByteArrayView code)
{
    const auto refusal = std::ranges::find(refusals, code, &Refusal::code);
    if (refusal != refusals.end()) {
        return refusal->status;
    }
    const auto row = std::ranges::find_if(rows, [code](const Row& other) { return code == other.code; });
    if (row != rows.end()) {
        return row->status;
    }
    return code.startsWith("envelope.") || code.startsWith("filter.") ? 400 : defaultRefusal;
}

} // namespace signalbox::control
