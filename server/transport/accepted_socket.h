// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QtGlobal>

namespace signalbox::transport {

/// A connection as the listener hands it to a worker: the descriptor, and what the worker needs to judge its
/// requests.
struct AcceptedSocket {
    qintptr descriptor = -1; ///< the worker's from now on
    bool loopbackListener = true;
};

} // namespace signalbox::transport
