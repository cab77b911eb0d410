// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractEventDispatcher;

namespace signalbox::dispatch {

/// The event dispatcher for a thread with many sockets, to be given to QThread::setEventDispatcher() before
/// the thread starts; null where Qt's own is the best that there is.
[[nodiscard]] QAbstractEventDispatcher* makeWorkerDispatcher();

} // namespace signalbox::dispatch
