// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/text_variables.h"
#include "ui/models/draft.h"

#include <QtCore/QStringList>

namespace signalbox::ui {

/// The variables that only the sender knows the value of, in the order in which they stand, each once.
[[nodiscard]] QStringList ownVariables(const Draft& draft);
[[nodiscard]] bool hasVariables(const Draft& draft);
/// A draft with every variable filled in: those of VariableSource, and any other name from the draft's own
/// values. One without a value stays as it stands.
[[nodiscard]] Draft filledIn(const Draft& draft, const VariableSource& source);

} // namespace signalbox::ui
