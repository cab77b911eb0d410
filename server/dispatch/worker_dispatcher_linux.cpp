// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dispatch/worker_dispatcher.h"

#include "server/dispatch/epoll_event_dispatcher.h"

namespace signalbox::dispatch {

QAbstractEventDispatcher* makeWorkerDispatcher()
{
    return new EpollEventDispatcher;
}

} // namespace signalbox::dispatch
