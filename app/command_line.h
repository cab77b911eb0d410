// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/shell_options.h"
#include "server/core/result.h"
#include "server/services/script_plugin.h"
#include "server/settings/written_setting.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

namespace signalbox::app {

/// What the program is to do.
enum class Task {
    Run,
    Help,
    Version,
    CheckConfig,
    PrintConfig,
    DefaultConfig,
    ShowToken,
    RotateToken,
    Send,
    Tail,
    ScriptHost ///< hidden: the broker starts it
};

/// The command line, read. Needs no application object, so that the choice of one can depend on it.
struct Invocation {
    Task task = Task::Run;
    bool window = true; ///< false: --no-gui, or --once, which has nobody to look at a window
    bool demo = false;
    bool once = false;                    ///< with demo
    QString configFile;                   ///< --config, or the FILE of check-config; empty: search for one
    QString dataDirectory;                ///< empty: not given
    QString attach;                       ///< the broker elsewhere; empty: one in this process
    QString tokenFile;                    ///< with attach
    bool readOnly = false;                ///< with attach
    QString language;                     ///< of the window; empty: the system's
    QString profile;                      ///< empty: not given
    SendOptions send;                     ///< of Task::Send
    TailOptions tail;                     ///< of Task::Tail
    services::ScriptLimits scriptLimits;  ///< of Task::ScriptHost
    std::vector<WrittenSetting> settings; ///< of --set, --listen and their like; each checked against its key
};

/// Reads the arguments, the program's name first. An Error ("usage.…") is one line for a person; the exit
/// status is ExitStatus::Usage.
[[nodiscard]] Result<Invocation> readCommandLine(const QStringList& arguments);

/// What --help prints.
[[nodiscard]] QString helpText();

} // namespace signalbox::app
