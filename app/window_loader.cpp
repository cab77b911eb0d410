// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_loader.h"

#include "app/plugin_loader.h"

#include <QtCore/QObject>

namespace signalbox::app {

using namespace Qt::StringLiterals;

Result<link::WindowPlugin*> loadWindowPlugin(const QStringList& directories)
{
    const Result<QObject*> plugin =
        loadPlugin(directories, u"libsignalbox-ui.so"_s, SignalboxWindowPlugin_iid);
    if (!plugin) {
        return Error{"window." + plugin.error().code,
                     u"the window cannot be shown: %1; without a window: signalbox --no-gui"_s.arg(
                         plugin.error().message)};
    }
    return qobject_cast<link::WindowPlugin*>(*plugin);
}

} // namespace signalbox::app
