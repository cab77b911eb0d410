// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dispatch/worker_dispatcher.h"

namespace signalbox::dispatch {

QAbstractEventDispatcher* makeWorkerDispatcher()
{
    return nullptr;
}

} // namespace signalbox::dispatch
