// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"
#include "server/link/window_plugin.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace signalbox::app {

/// Where the window's plugin may be: beside the libraries of the build, and where an installation keeps it.
/// Relative to the program, so that a tree can be moved. Needs no application object.
[[nodiscard]] QStringList windowPluginDirectories();

/// Loads libsignalbox-ui.so from the first of `directories` that has it. The plugin stays loaded to the end
/// of the process. An Error ("window.…") is a sentence that says what to do instead. Thread: main.
[[nodiscard]] Result<link::WindowPlugin*> loadWindowPlugin(const QStringList& directories);

} // namespace signalbox::app
