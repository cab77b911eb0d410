// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/attached_window.h"
#include "app/command_line.h"
#include "app/config_commands.h"
#include "app/configuration_sources.h"
#include "app/descriptor_limit.h"
#include "app/log_output.h"
#include "app/plugin_loader.h"
#include "app/script_host.h"
#include "app/shell/broker_access.h"
#include "app/shell/run_shell_command.h"
#include "app/single_instance.h"
#include "app/standard_stream.h"
#include "app/token_commands.h"
#include "app/translations.h"
#include "app/window_loader.h"
#include "server/core/log_categories.h"

#include <QtCore/QCoreApplication>

#include <optional>

namespace {

using namespace signalbox;
using namespace signalbox::app;

QStringList textOf(int count, char** arguments)
{
    QStringList texts;
    for (int i = 0; i < count; ++i) {
        texts.append(QString::fromLocal8Bit(arguments[i]));
    }
    return texts;
}

ExitStatus print(const CommandOutput& output)
{
    writeAll(standardOutput, output.standardOutput);
    writeAll(standardError, output.standardError);
    return output.status;
}

ExitStatus fail(ExitStatus status, const Error& error)
{
    return print({status, {}, QStringLiteral("signalbox: %1\n").arg(error.message).toUtf8()});
}

QString meetingPlace(const ConfigurationSources& sources, const Settings& settings)
{
    return instanceSocket(qEnvironmentVariable("XDG_RUNTIME_DIR"), sources.paths.state,
                          settings.listener.addresses);
}

/// The program itself, with or without a window. No application object exists before it is known which.
ExitStatus runProgram(const Invocation& invocation, const ConfigurationSources& sources, LogOutput& log,
                      int& count, char** arguments)
{
    Result<LoadedSettings> settings = loadSettings(sources.settings);
    if (!settings) {
        return print(configurationError(settings.error()));
    }
    log.configure(settings->settings.log.level, settings->settings.log.format);
    if (!sources.paths.warning.isEmpty()) {
        qCWarning(logProgram).noquote() << sources.paths.warning;
    }
    link::WindowPlugin* window = nullptr;
    std::unique_ptr<QCoreApplication> loop;
    if (invocation.window) {
        Result<link::WindowPlugin*> plugin = loadWindowPlugin(pluginDirectories());
        if (!plugin) {
            return fail(ExitStatus::Failure, plugin.error());
        }
        window = plugin.value();
        loop = window->createApplication(count, arguments);
    } else {
        loop = std::make_unique<QCoreApplication>(count, arguments);
    }
    QCoreApplication::setApplicationName(QStringLiteral("signalbox"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));
    SingleInstance instance(window == nullptr ? QString() : meetingPlace(sources, settings->settings));
    if (!instance.claim()) {
        return print({ExitStatus::Success, {}, "signalbox: it runs already; its window is in front now\n"});
    }
    std::optional<Translations> translations;
    if (window != nullptr) {
        translations.emplace(invocation.language);
    }
    Application application({invocation, sources, std::move(settings).value(), log, window});
    QObject::connect(&instance, &SingleInstance::raiseRequested, &application, &Application::raiseWindow);
    return application.run();
}

/// The window alone, on a broker elsewhere.
ExitStatus runAttached(const Invocation& invocation, const ConfigurationSources& sources, int& count,
                       char** arguments)
{
    Result<link::WindowPlugin*> plugin = loadWindowPlugin(pluginDirectories());
    if (!plugin) {
        return fail(ExitStatus::Failure, plugin.error());
    }
    BrokerChoice choice;
    choice.url = invocation.attach;
    choice.tokenFile = invocation.tokenFile;
    Result<remote::RemoteLink::Options> access = brokerAccess(choice, sources);
    if (!access) {
        return fail(ExitStatus::Failure, access.error());
    }
    access.value().readOnly = invocation.readOnly;
    const std::unique_ptr<QCoreApplication> loop = plugin.value()->createApplication(count, arguments);
    QCoreApplication::setApplicationName(QStringLiteral("signalbox"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SIGNALBOX_VERSION));
    const Translations translations(invocation.language);
    link::WindowOptions options = windowOptions(sources);
    options.language = invocation.language;
    AttachedWindow window(*plugin.value(), options, std::move(access).value());
    return window.run();
}

ExitStatus run(LogOutput& log, int& count, char** arguments)
{
    const Result<Invocation> invocation = readCommandLine(textOf(count, arguments));
    if (!invocation) {
        return fail(ExitStatus::Usage, invocation.error());
    }
    if (invocation->task == Task::ScriptHost) {
        const Result<int> status = runScriptHost(invocation->scriptLimits, pluginDirectories());
        return status ? static_cast<ExitStatus>(*status) : fail(ExitStatus::Failure, status.error());
    }
    const ConfigurationSources sources =
        findConfigurationSources(*invocation, QProcessEnvironment::systemEnvironment());
    if (invocation->task == Task::ShowToken || invocation->task == Task::RotateToken) {
        return print(runTokenCommand(invocation->task, sources.paths.state));
    }
    if (invocation->task == Task::Send || invocation->task == Task::Tail) {
        return runShellCommand(*invocation, sources, count, arguments);
    }
    if (invocation->task != Task::Run) {
        return print(runPrintingCommand(invocation->task, sources.settings));
    }
    return invocation->attach.isEmpty() ? runProgram(*invocation, sources, log, count, arguments)
                                        : runAttached(*invocation, sources, count, arguments);
}

} // namespace

int main(int count, char** arguments)
{
    LogOutput log(standardError);
    raiseDescriptorLimit();
    return static_cast<int>(run(log, count, arguments));
}
