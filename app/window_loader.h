// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"
#include "server/link/window_plugin.h"

#include <QtCore/QStringList>

namespace signalbox::app {

/// Loads libsignalbox-ui.so from the first of `directories` that has it. The plugin stays loaded to the end
/// of the process. An Error ("window.…") is a sentence that says what to do instead. Thread: main.
[[nodiscard]] Result<link::WindowPlugin*> loadWindowPlugin(const QStringList& directories);

} // namespace signalbox::app
