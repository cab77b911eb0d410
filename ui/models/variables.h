// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "ui/models/draft.h"

#include <QtCore/QStringList>

class QRandomGenerator;

namespace signalbox::ui {

/// What the variables of a message are filled in from: {{now}} (alias time), {{n}} (alias count), {{uuid}},
/// {{random 1 100}}, and any other name from the draft's own values.
struct VariableSource {
    WallTime now{};
    quint64 number = 1;                 ///< of the message in its row of repetitions
    QRandomGenerator* random = nullptr; ///< borrowed; null: the system's
};

/// The variables that only the sender knows the value of, in the order in which they stand, each once.
[[nodiscard]] QStringList ownVariables(const Draft& draft);
[[nodiscard]] bool hasVariables(const Draft& draft);
/// A draft with every variable filled in. One without a value stays as it stands.
[[nodiscard]] Draft filledIn(const Draft& draft, const VariableSource& source);

} // namespace signalbox::ui
