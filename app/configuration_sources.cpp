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

} // namespace signalbox::app
