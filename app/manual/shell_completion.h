// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

namespace signalbox::app {

// What a shell completes behind "signalbox": the tables of options, commands and settings as a script.

/// Needs nothing beside bash itself.
[[nodiscard]] QByteArray bashCompletion();
/// A function of zsh's completion system, for a file "_signalbox" on its path.
[[nodiscard]] QByteArray zshCompletion();

} // namespace signalbox::app
