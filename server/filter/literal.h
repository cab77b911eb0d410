// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/expression.h"
#include "server/filter/fault.h"
#include "server/filter/lexer.h"

#include <variant>

namespace signalbox::filter {

/// Reads a value for a field; `written` is what stands in the text at the token's place. Times without a date
/// are those of today, without a zone those of this machine.
[[nodiscard]] std::variant<Literal, Fault> readLiteral(const FieldInfo& field, const Token& token,
                                                       QStringView written);

/// "12", "0x7f", "64K" and "1MiB"; nothing when it is no number.
[[nodiscard]] std::optional<long double> readNumber(QStringView text);

/// A time in UTC as it is written in a filter: 2026-11-26T10:12:01.204Z.
[[nodiscard]] QString timeText(long double microseconds);

} // namespace signalbox::filter
