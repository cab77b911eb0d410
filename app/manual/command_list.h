// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line_options.h"

namespace signalbox::app {

/// One command as the manual and the completion have it.
struct ManualCommand {
    CommandText text;
    std::vector<OptionText> options; ///< of its own; empty: those of the program that make sense
    QStringList words;               ///< that may follow it: "show", "rotate"
    bool takesFile = false;          ///< a file may follow it
};

/// Every command, with what the tables of options know of it.
[[nodiscard]] std::vector<ManualCommand> manualCommands();

} // namespace signalbox::app
