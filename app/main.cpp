// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/config_commands.h"
#include "app/configuration_sources.h"
#include "app/log_output.h"
#include "app/standard_stream.h"

namespace {

using namespace signalbox;
using namespace signalbox::app;
using namespace Qt::StringLiterals;

QStringList textOf(int count, char** arguments)
{
    QStringList texts;
    for (int i = 0; i < count; ++i) {
        texts.append(QString::fromLocal8Bit(arguments[i]));
    }
    return texts;
}

CommandOutput answer(const QStringList& arguments)
{
    const Result<Invocation> invocation = readCommandLine(arguments);
    if (!invocation) {
        return {ExitStatus::Usage, {}, u"signalbox: %1\n"_s.arg(invocation.error().message).toUtf8()};
    }
    if (invocation->task == Task::Run) {
        return {ExitStatus::Failure, {}, "signalbox: this build has no broker yet\n"};
    }
    const auto sources = findConfigurationSources(*invocation, QProcessEnvironment::systemEnvironment());
    return runPrintingCommand(invocation->task, sources.settings);
}

} // namespace

int main(int count, char** arguments)
{
    const LogOutput log(standardError);
    const CommandOutput output = answer(textOf(count, arguments));
    writeAll(standardOutput, output.standardOutput);
    writeAll(standardError, output.standardError);
    return static_cast<int>(output.status);
}
