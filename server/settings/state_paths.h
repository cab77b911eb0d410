// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QProcessEnvironment>
#include <QtCore/QString>

#include <functional>

namespace signalbox {

/// What says where files go.
struct StatePathSources {
    QString profile;       ///< --profile; empty: not given
    QString dataDirectory; ///< --data-dir; empty: not given
    QProcessEnvironment environment;
    std::function<QString()>
        userHome; ///< asked when the environment names no home: homeDirectoryFromUserDatabase
};

/// The directories of one running program. They need not exist; whoever writes first makes them. Empty:
/// nowhere, what would be written there is not saved.
struct StatePaths {
    QString config;  ///< signalbox.toml
    QString data;    ///< saved messages, templates
    QString state;   ///< recordings, history, what the window looked like
    QString warning; ///< one sentence when nothing can be saved; else empty
};

/// --profile > --data-dir > systemd's STATE_DIRECTORY and CONFIGURATION_DIRECTORY > XDG > the user's home,
/// from HOME or from the user database > nowhere. Asks the file system for the home directory alone.
[[nodiscard]] StatePaths findStatePaths(const StatePathSources& sources);

/// The configuration file to read: `wanted` (--config) whether it exists or not, else the first that exists
/// of signalbox.toml in `paths.config` and in `systemDirectory`; empty: none.
[[nodiscard]] QString findConfigFile(const QString& wanted, const StatePaths& paths,
                                     const QString& systemDirectory = QStringLiteral("/etc/signalbox"));

} // namespace signalbox
