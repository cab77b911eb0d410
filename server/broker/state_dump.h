// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/directory.h"
#include "server/link/events.h"

namespace signalbox::broker {

/// Writes sums, the messages of clients that may not send, what the webhook and the proxies did, and who is
/// connected to the log: SIGUSR2.
void logState(const link::Statistics& sum, const Directory& directory, qint64 connections);

} // namespace signalbox::broker
