// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/tasks.h"
#include "server/link/link_id.h"

namespace signalbox::broker {

/// Posts an event to the worker that has this console's connection, encoded here, in the thread that made it:
/// a worker only passes the bytes on. Any thread.
void tellConsole(const Mailboxes& mailboxes, link::LinkId console, link::Event event);

} // namespace signalbox::broker
