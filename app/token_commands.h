// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"
#include "app/config_commands.h"

namespace signalbox::app {

/// `token show` and `token rotate`: the operator token in the state folder, made when there is none yet.
[[nodiscard]] CommandOutput runTokenCommand(Task task, const QString& stateFolder);

} // namespace signalbox::app
