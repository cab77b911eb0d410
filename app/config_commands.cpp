// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config_commands.h"

#include "app/version.h"
#include "server/core/plain_text.h"
#include "server/settings/settings_text.h"

namespace signalbox::app {

namespace {

using namespace Qt::StringLiterals;

QByteArray lines(const QStringList& texts)
{
    QByteArray all;
    for (const QString& text : texts) {
        all += printableLine(text).toUtf8() + '\n';
    }
    return all;
}

CommandOutput checkConfig(const LoadedSettings& loaded)
{
    const QString subject = loaded.file.isEmpty()
                                ? u"no configuration file; defaults, environment and command line"_s
                                : loaded.file;
    return {ExitStatus::Success, lines({subject + u": ok"_s}), lines(loaded.warnings)};
}

CommandOutput withSettings(const SettingsSources& sources, CommandOutput (*print)(const LoadedSettings&))
{
    const Result<LoadedSettings> loaded = loadSettings(sources);
    return loaded ? print(*loaded) : configurationError(loaded.error());
}

} // namespace

CommandOutput configurationError(const Error& error)
{
    return {ExitStatus::BadConfiguration, {}, lines(error.message.split(u'\n'))};
}

CommandOutput runPrintingCommand(Task task, const SettingsSources& sources)
{
    switch (task) {
    case Task::Help:
        return {ExitStatus::Success, helpText().toUtf8(), {}};
    case Task::Version:
        return {ExitStatus::Success, versionText().toUtf8(), {}};
    case Task::CheckConfig:
        return withSettings(sources, &checkConfig);
    case Task::PrintConfig:
        return withSettings(sources, [](const LoadedSettings& loaded) {
            return CommandOutput{ExitStatus::Success, settingsText(loaded), lines(loaded.warnings)};
        });
    case Task::DefaultConfig:
        return {ExitStatus::Success, defaultSettingsText(), {}};
    case Task::Run:
    case Task::ShowToken: // runTokenCommand() does these
    case Task::RotateToken:
    case Task::Send: // those talk to a broker
    case Task::Tail:
    case Task::ScriptHost: // runScriptHost() does this
        break;
    }
    Q_UNREACHABLE();
}

} // namespace signalbox::app
