// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/worker_commands.h"

#include "server/broker/worker_links.h"

namespace signalbox::broker {

WorkerCommands::WorkerCommands(WorkerContext& context)
    : m_context(context)
{
}

void WorkerCommands::send(link::Command command, Then then)
{
    const link::CommandId id = link::commandOf(requestLink(m_context.index), ++m_lastNumber);
    m_waiting.emplace(id, std::move(then));
    m_context.mailboxes.hub.post(hub_task::Command{id, std::move(command)});
}

void WorkerCommands::answered(link::CommandAnswer answer)
{
    if (auto found = m_waiting.extract(answer.command)) {
        found.mapped()(std::move(answer.result));
    }
}

} // namespace signalbox::broker
