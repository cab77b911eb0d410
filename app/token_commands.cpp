// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/token_commands.h"

#include "server/settings/operator_token_file.h"

namespace signalbox::app {

CommandOutput runTokenCommand(Task task, const QString& stateFolder)
{
    if (stateFolder.isEmpty()) {
        return {
            ExitStatus::Failure, {}, "signalbox: there is no state folder to keep an operator token in\n"};
    }
    const OperatorTokenFile file(stateFolder);
    const Result<QByteArray> token = task == Task::RotateToken ? file.rotate() : file.readOrMake();
    if (!token) {
        return {ExitStatus::Failure, {}, "signalbox: " + token.error().message.toUtf8() + '\n'};
    }
    return {ExitStatus::Success, token.value() + '\n', {}};
}

} // namespace signalbox::app
