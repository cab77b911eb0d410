// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/measurements.h"
#include "server/broker/xsockets_counts.h"

#include <QtCore/QtGlobal>

namespace signalbox::broker {

/// Sums of one worker since the start.
struct WorkerCounters {
    quint64 messagesReceived = 0;
    quint64 deliveries = 0;
    quint64 deliveriesDropped = 0;
    quint64 bytesReceived = 0;
    quint64 bytesSent = 0;
    quint64 handshakesRefused = 0;
    quint64 requestsRefused = 0;
    quint64 tokensRefused = 0; ///< wrong operator tokens
    quint64 messagesRefused = 0;
    quint64 messagesIgnored = 0; ///< of clients whose dialect does not let them send
    quint64 slowClientsClosed = 0;
    quint64 malformedForwarding = 0; ///< header fields of trusted proxies that say nothing
    qint64 queuedBytes = 0;          ///< now
    XSocketsCounts xsockets;
    quint64 sequenceSeen = 0; ///< RoutedMessage::sequence of the last that it delivered
    Measurements measured;

    void messageCame(qsizetype bytes)
    {
        ++messagesReceived;
        measured.messageBytes.observe(static_cast<quint64>(bytes));
    }

    friend bool operator==(const WorkerCounters&, const WorkerCounters&) = default;
};

} // namespace signalbox::broker
