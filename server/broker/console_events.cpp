// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/console_events.h"

#include "server/broker/worker_links.h"
#include "server/link/console_protocol.h"

namespace signalbox::broker {

namespace {

// In the broker a command's id says whose it is.

template <typename Other>
void countAsTheConsoleDoes(Other& /*event*/)
{
}

void countAsTheConsoleDoes(link::CommandAnswer& answer)
{
    answer.command = link::numberOf(answer.command);
}

void countAsTheConsoleDoes(link::FramesFound& found)
{
    found.search = link::numberOf(found.search);
}

void countAsTheConsoleDoes(link::FramesCaptured& captured)
{
    captured.batch.filter = link::numberOf(captured.batch.filter);
}

} // namespace

void tellConsole(const Mailboxes& mailboxes, link::LinkId console, link::Event event)
{
    std::visit([](auto& what) { countAsTheConsoleDoes(what); }, event);
    mailboxes.workers[workerOf(console, mailboxes.workers.size())]->post(
        worker_task::TellConsole{console, link::console::encode(std::move(event))});
}

} // namespace signalbox::broker
