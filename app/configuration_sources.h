// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"
#include "server/link/window_plugin.h"
#include "server/settings/settings_loader.h"
#include "server/settings/state_paths.h"

#include <QtCore/QProcessEnvironment>

namespace signalbox::app {

/// Where this run reads its settings and keeps its files. Read again with the same sources on SIGHUP.
struct ConfigurationSources {
    StatePaths paths;
    SettingsSources settings;
};

[[nodiscard]] ConfigurationSources findConfigurationSources(const Invocation& invocation,
                                                            const QProcessEnvironment& environment);

/// Where the window keeps its state and its templates.
[[nodiscard]] link::WindowOptions windowOptions(const ConfigurationSources& sources);

} // namespace signalbox::app
