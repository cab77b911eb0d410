// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration_sources.h"

#include "server/settings/home_directory.h"

namespace signalbox::app {

ConfigurationSources findConfigurationSources(const Invocation& invocation,
                                              const QProcessEnvironment& environment)
{
    ConfigurationSources sources;
    sources.paths = findStatePaths(
        {invocation.profile, invocation.dataDirectory, environment, &homeDirectoryFromUserDatabase});
    sources.settings = {findConfigFile(invocation.configFile, sources.paths), environment,
                        invocation.settings};
    return sources;
}

link::WindowOptions windowOptions(const ConfigurationSources& sources)
{
    link::WindowOptions options;
    if (!sources.paths.state.isEmpty()) {
        options.stateFile = sources.paths.state + QStringLiteral("/window.ini");
    }
    options.stateFolder = sources.paths.data;
    return options;
}

} // namespace signalbox::app
