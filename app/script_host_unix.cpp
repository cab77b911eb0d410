// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/script_host.h"

#include "app/plugin_loader.h"

#include <QtCore/QObject>

#include <sys/stat.h>

namespace signalbox::app {

using namespace Qt::StringLiterals;

Result<int> runScriptHost(const services::ScriptLimits& limits, const QStringList& directories)
{
    struct stat status {};
    if (::fstat(scriptHostDescriptor, &status) != 0 || !S_ISSOCK(status.st_mode)) {
        return Error{"script_host.no_broker",
                     u"--script-host is for the broker, which starts it by itself for each service"_s};
    }
    const Result<QObject*> plugin =
        loadPlugin(directories, u"libsignalbox-scripts.so"_s, SignalboxScriptPlugin_iid);
    if (!plugin) {
        return Error{"script_host." + plugin.error().code,
                     u"services cannot run: %1 (libsignalbox-scripts.so)"_s.arg(plugin.error().message)};
    }
    return qobject_cast<services::ScriptPlugin*>(*plugin)->run(scriptHostDescriptor, limits);
}

} // namespace signalbox::app
