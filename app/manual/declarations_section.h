// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace signalbox::app {

/// The reference of a manual page, as mdoc(7), from a file of TypeScript declarations
/// (resources/services/signalbox-service.d.ts): a subsection for each interface with its members, one for all
/// functions, and what the comments above them say. What stands above the first declaration is for readers of
/// that file, and left out.
[[nodiscard]] QByteArray declarationsSection(const QString& declarations);

} // namespace signalbox::app
