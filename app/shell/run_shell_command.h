// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"
#include "app/configuration_sources.h"
#include "app/exit_status.h"

namespace signalbox::app {

/// Runs `send` or `tail` with an event loop of its own, until it is done or interrupted. Makes the
/// application object.
[[nodiscard]] ExitStatus runShellCommand(const Invocation& invocation, const ConfigurationSources& sources,
                                         int& count, char** arguments);

} // namespace signalbox::app
