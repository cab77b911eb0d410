// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace signalbox::app {

/// The file of the running program, links resolved. Needs no application object, unlike QCoreApplication's.
/// Empty: the system does not tell.
[[nodiscard]] QString executablePath();

} // namespace signalbox::app
