// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/run_shell_command.h"

#include "app/shell/broker_access.h"
#include "app/shell/send_command.h"
#include "app/shell/tail_command.h"
#include "app/signal_watcher.h"
#include "app/standard_stream.h"
#include "server/filter/filter.h"

#include <QtCore/QCoreApplication>

namespace signalbox::app {

namespace {

ExitStatus fail(const Error& error)
{
    writeAll(standardError, QStringLiteral("signalbox: %1\n").arg(error.message).toUtf8());
    return ExitStatus::Failure;
}

template <typename Command>
ExitStatus runToItsEnd(Command& command)
{
    SignalWatcher signalWatcher;
    QObject::connect(&signalWatcher, &SignalWatcher::stopRequested, &command, &Command::interrupt);
    QObject::connect(
        &command, &Command::finished, &command,
        [](ExitStatus status) { QCoreApplication::exit(static_cast<int>(status)); }, Qt::QueuedConnection);
    command.start();
    return static_cast<ExitStatus>(QCoreApplication::exec());
}

ExitStatus send(const SendOptions& options, remote::RemoteLink::Options access)
{
    const Result<QByteArray> text = readMessageText(options.message);
    if (!text) {
        return fail(text.error());
    }
    access.reconnects = false;
    remote::RemoteLink link(std::move(access));
    SendCommand command(options, *text, link);
    return runToItsEnd(command);
}

ExitStatus tail(const TailOptions& options, remote::RemoteLink::Options access)
{
    const Result<filter::Filter> filter = filter::compile(options.filter);
    if (!filter) {
        std::ignore = fail(filter.error());
        return ExitStatus::Usage;
    }
    remote::RemoteLink link(std::move(access));
    TailCommand command(options, link);
    return runToItsEnd(command);
}

} // namespace

ExitStatus runShellCommand(const Invocation& invocation, const ConfigurationSources& sources, int& count,
                           char** arguments)
{
    const bool isSend = invocation.task == Task::Send;
    if (isSend ? invocation.send.help : invocation.tail.help) {
        writeAll(standardOutput, (isSend ? sendHelp() : tailHelp()).toUtf8());
        return ExitStatus::Success;
    }
    Result<remote::RemoteLink::Options> access =
        brokerAccess(isSend ? invocation.send.broker : invocation.tail.broker, sources);
    if (!access) {
        return fail(access.error());
    }
    const QCoreApplication loop(count, arguments);
    return isSend ? send(invocation.send, std::move(access).value())
                  : tail(invocation.tail, std::move(access).value());
}

} // namespace signalbox::app
