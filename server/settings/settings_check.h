// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/settings/settings.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <vector>

namespace signalbox {

enum class Severity { Error, Warning };

/// Something wrong between settings that are each in range.
struct Finding {
    Severity severity = Severity::Error;
    QByteArray key; ///< the setting to change
    QString message;
};

/// What does not fit together, and what an operator should know: errors keep the program from starting.
[[nodiscard]] std::vector<Finding> checkSettings(const Settings& settings);

} // namespace signalbox
