// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"
#include "server/settings/settings.h"
#include "server/settings/written_setting.h"

#include <QtCore/QHash>
#include <QtCore/QProcessEnvironment>
#include <QtCore/QStringList>

#include <vector>

namespace signalbox {

/// Where settings come from, the weakest first.
struct SettingsSources {
    QString file; ///< empty: none
    QProcessEnvironment environment;
    std::vector<WrittenSetting> commandLine; ///< the last of equal keys holds
};

/// The settings in force, and where each came from.
struct LoadedSettings {
    Settings settings;
    QHash<QByteArray, SettingOrigin> origins; ///< only of keys that are not at their default
    QString file;                             ///< that was read; empty: none
    QStringList warnings;                     ///< to log, and to show as a banner

    [[nodiscard]] SettingOrigin originOf(QByteArrayView key) const
    {
        return origins.value(key.toByteArray());
    }
};

/// Reads everything: command line > environment > file > defaults. Everything that is wrong is reported at
/// once, in the Error "config.invalid": one line for each fault, each with its place. Reads the file; any
/// thread.
[[nodiscard]] Result<LoadedSettings> loadSettings(const SettingsSources& sources);

} // namespace signalbox
