// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/expression.h"
#include "server/filter/subject.h"

namespace signalbox::filter {

/// Whether an expression holds for a row. Nothing is allocated but for regular expressions.
[[nodiscard]] bool holds(const Expression& expression, Subject& subject);

} // namespace signalbox::filter
