// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"
#include "app/exit_status.h"
#include "server/settings/settings_loader.h"

#include <QtCore/QByteArray>

namespace signalbox::app {

/// What a command that only prints has to say.
struct CommandOutput {
    ExitStatus status = ExitStatus::Success;
    QByteArray standardOutput;
    QByteArray standardError;
};

/// Does a task other than Task::Run: help, version, check-config, print-config, default-config.
[[nodiscard]] CommandOutput runPrintingCommand(Task task, const SettingsSources& sources);

/// The errors of loadSettings(), one line each, as they go to stderr before ExitStatus::BadConfiguration.
[[nodiscard]] CommandOutput configurationError(const Error& error);

} // namespace signalbox::app
