// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/scripts/event_drain.h"
#include "server/scripts/host_channel.h"
#include "server/scripts/process_limits.h"
#include "server/scripts/script_host.h"
#include "server/services/script_plugin.h"

#include <QtCore/QObject>

namespace signalbox::scripts {

/// What the program finds when it loads the plugin.
class Plugin final : public QObject, public services::ScriptPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID SignalboxScriptPlugin_iid)
    Q_INTERFACES(signalbox::services::ScriptPlugin)

public:
    int run(int descriptor, const services::ScriptLimits& limits) override
    {
        limitProcess(limits, descriptor);
        EventDrain application;
        HostChannel channel(descriptor);
        return ScriptHost(channel, application, limits.cpu).run() ? 0 : 1;
    }
};

} // namespace signalbox::scripts

#include "plugin.moc"
