// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/expression.h"

#include <QtCore/QStringList>

namespace signalbox::filter {

/// "==", "eq", "contains": the operator that a word or a symbol stands for; nothing for any other.
[[nodiscard]] std::optional<Operator> operatorOf(QStringView written);
/// As it is printed; empty for Has and Is, which have no sign.
[[nodiscard]] QLatin1StringView operatorText(Operator op);
[[nodiscard]] bool takesOperator(FieldType type, Operator op);
/// Those that a field of this type takes, as they are printed.
[[nodiscard]] QStringList operatorWords(FieldType type);

/// A regular expression as `matches` uses it: case does not matter, and it gives up where it would take too
/// long.
[[nodiscard]] QRegularExpression patternOf(const QByteArray& utf8);

} // namespace signalbox::filter
