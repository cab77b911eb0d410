// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/expression.h"

#include <QtCore/QString>

namespace signalbox::filter {

/// The one way in which an expression is written; reads as the same expression again.
[[nodiscard]] QString printed(const Expression& expression);
/// A text in quotes, as Lexer reads it.
[[nodiscard]] QString quotedText(QStringView text);

} // namespace signalbox::filter
