// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace signalbox::app {

/// What --version prints: name and number, Qt's number, and the components that this build has.
[[nodiscard]] QString versionText();

} // namespace signalbox::app
