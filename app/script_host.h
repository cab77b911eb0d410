// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"
#include "server/services/script_plugin.h"

#include <QtCore/QStringList>

namespace signalbox::app {

/// The descriptor on which the broker gives a script host its socket.
inline constexpr int scriptHostDescriptor = 3;

/// `signalbox --script-host`: loads libsignalbox-scripts.so from the first of `directories` that has it and
/// serves the broker until it closes the socket. The answer is the exit status. An Error ("script_host.…"):
/// there is no such socket, for somebody started it by hand, or no plugin. Makes the application object.
[[nodiscard]] Result<int> runScriptHost(const services::ScriptLimits& limits, const QStringList& directories);

} // namespace signalbox::app
