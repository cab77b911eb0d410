// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace signalbox {

/// The home directory of the user who runs the program, from the system's user database, for when the
/// environment does not tell. Empty: unknown. May ask a directory service and wait for it.
[[nodiscard]] QString homeDirectoryFromUserDatabase();

} // namespace signalbox
