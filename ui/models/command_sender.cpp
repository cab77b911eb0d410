// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/command_sender.h"

namespace signalbox::ui {

link::CommandId CommandSender::send(link::Command command, QObject* context, Answered answered)
{
    // The answer never comes from inside send() (see BrokerLink), so the entry is in time.
    const link::CommandId id = m_link.send(std::move(command));
    m_waiting.insert(id, {context, std::move(answered)});
    return id;
}

void CommandSender::deliver(const link::CommandAnswer& answer)
{
    const Waiting waiting = m_waiting.take(answer.command);
    if (waiting.context && waiting.answered) {
        waiting.answered(answer);
    }
}

} // namespace signalbox::ui
