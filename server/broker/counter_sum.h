// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/worker_counters.h"
#include "server/link/events.h"

namespace signalbox::broker {

/// Adds one worker's counters.
void addTo(link::Statistics& sum, const WorkerCounters& worker);

} // namespace signalbox::broker
