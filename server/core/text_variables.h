// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

#include <functional>
#include <optional>

class QRandomGenerator;

namespace signalbox {

/// What the variables of a text are filled in from: {{now}} (alias time), {{n}} (alias count), {{uuid}},
/// {{random 1 100}}.
struct VariableSource {
    WallTime now{};
    quint64 number = 1;                 ///< of the message in its row of repetitions
    QRandomGenerator* random = nullptr; ///< borrowed; null: the system's
};

/// The value of any other name; nothing: it stays as it stands.
using OwnVariables = std::function<std::optional<QString>(const QString& name)>;

/// `text`, which is UTF-8, with its variables filled in.
[[nodiscard]] QByteArray fillVariables(const QByteArray& text, const VariableSource& source,
                                       const OwnVariables& own = {});
/// The names in the order in which they stand, each once.
[[nodiscard]] QStringList variableNames(const QByteArray& text);
/// Whether VariableSource has its value.
[[nodiscard]] bool isBuiltInVariable(const QString& name);

} // namespace signalbox
