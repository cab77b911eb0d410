// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/client_places.h"
#include "server/broker/dispatcher.h"
#include "server/broker/tasks.h"
#include "server/core/clock.h"
#include "server/recording/capture_writer.h"
#include "server/settings/settings.h"

#include <atomic>

namespace signalbox::broker {

/// What the parts of one worker share. All of it lives as long as the worker.
struct WorkerContext {
    int index = 0;
    const Settings& settings;
    const Clock& clock;
    Mailboxes& mailboxes;
    ClientPlaces& places;
    std::atomic<quint64>& lastClient; ///< the number of the newest ClientId in the process
    Dispatcher& dispatcher;
    recording::CaptureWriter& capture;
    WorkerCounters& counters;
};

} // namespace signalbox::broker
