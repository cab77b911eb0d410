// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/script_values.h"

#include <QtCore/QString>

namespace signalbox::scripts {

/// The name under which the engine knows the script, whatever its file is called.
inline constexpr QStringView scriptUrl = u"script.js";

/// An error with the place in the script that it came from: the innermost line of `stack`
/// ("function@file:script.js:12") that is the script's own. Lines of ours are taken out of the stack, and it
/// is cut after twenty.
[[nodiscard]] services::ScriptError placedError(const QString& file, const QString& message,
                                                const QString& stack);

} // namespace signalbox::scripts
