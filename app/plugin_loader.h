// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

class QObject;

namespace signalbox::app {

/// Where the program's plugins may be: beside the libraries of the build, and where an installation keeps
/// them. Relative to the program, so that a tree can be moved. Needs no application object.
[[nodiscard]] QStringList pluginDirectories();

/// Loads `file` from the first of `directories` that has it: its root object, which lives to the end of the
/// process. An Error's code is "not_installed" or "not_loadable", its message says why. Thread: main.
[[nodiscard]] Result<QObject*> loadPlugin(const QStringList& directories, const QString& file,
                                          const char* interfaceId);

} // namespace signalbox::app
