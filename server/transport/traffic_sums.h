// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtGlobal>

namespace signalbox::transport {

/// What went through all connections of one owner, those that have ended included.
struct TrafficSums {
    quint64 bytesReceived = 0;
    quint64 bytesSent = 0;
    qint64 queuedBytes = 0; ///< that wait now, as of the last flush of each
};

} // namespace signalbox::transport
