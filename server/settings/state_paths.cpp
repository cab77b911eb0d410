// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/state_paths.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

namespace signalbox {

namespace {

using namespace Qt::StringLiterals;

QString absolute(const QString& directory)
{
    return QDir::cleanPath(QDir().absoluteFilePath(directory));
}

/// The first directory of a variable that systemd sets, systemd.exec(5): several are separated by colons.
QString systemdDirectory(const QProcessEnvironment& environment, const QString& variable)
{
    const QString first = environment.value(variable).section(u':', 0, 0);
    return QDir::isAbsolutePath(first) ? QDir::cleanPath(first) : QString();
}

/// A home that is not there (/nonexistent, of system users) is no home.
QString existingHome(const StatePathSources& sources)
{
    QString home = sources.environment.value(u"HOME"_s);
    if (!QDir::isAbsolutePath(home) && sources.userHome) {
        home = sources.userHome();
    }
    return QDir::isAbsolutePath(home) && QFileInfo(home).isDir() ? QDir::cleanPath(home) : QString();
}

/// XDG Base Directory Specification: a relative path in such a variable is to be ignored.
QString xdgDirectory(const QProcessEnvironment& environment, const QString& variable, const QString& home,
                     const QString& belowHome)
{
    const QString base = environment.value(variable);
    if (QDir::isAbsolutePath(base)) {
        return QDir::cleanPath(base) + u"/signalbox"_s;
    }
    return home.isEmpty() ? QString() : home + belowHome + u"/signalbox"_s;
}

QString firstOf(std::initializer_list<QString> candidates)
{
    for (const QString& candidate : candidates) {
        if (!candidate.isEmpty()) {
            return candidate;
        }
    }
    return {};
}

} // namespace

StatePaths findStatePaths(const StatePathSources& sources)
{
    if (!sources.profile.isEmpty()) {
        const QString profile = absolute(sources.profile);
        const QString data =
            sources.dataDirectory.isEmpty() ? profile + u"/data"_s : absolute(sources.dataDirectory);
        return {profile + u"/config"_s, data, profile + u"/state"_s, {}};
    }
    const QString wanted = sources.dataDirectory.isEmpty() ? QString() : absolute(sources.dataDirectory);
    const QProcessEnvironment& environment = sources.environment;
    const QString given = systemdDirectory(environment, u"STATE_DIRECTORY"_s);
    const QString home = existingHome(sources);
    StatePaths paths;
    paths.config = firstOf({systemdDirectory(environment, u"CONFIGURATION_DIRECTORY"_s),
                            xdgDirectory(environment, u"XDG_CONFIG_HOME"_s, home, u"/.config"_s)});
    paths.data =
        firstOf({wanted, given, xdgDirectory(environment, u"XDG_DATA_HOME"_s, home, u"/.local/share"_s)});
    paths.state =
        firstOf({wanted, given, xdgDirectory(environment, u"XDG_STATE_HOME"_s, home, u"/.local/state"_s)});
    if (paths.data.isEmpty() || paths.state.isEmpty()) {
        paths.warning = u"no home directory found, so nothing is saved; choose a place with --data-dir DIR"_s;
    }
    return paths;
}

QString findConfigFile(const QString& wanted, const StatePaths& paths, const QString& systemDirectory)
{
    if (!wanted.isEmpty()) {
        return wanted;
    }
    for (const QString& directory : {paths.config, systemDirectory}) {
        const QString file = directory + u"/signalbox.toml"_s;
        if (!directory.isEmpty() && QFileInfo::exists(file)) {
            return file;
        }
    }
    return {};
}

} // namespace signalbox
