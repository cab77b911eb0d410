// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/counter_sum.h"

namespace signalbox::broker {

void addTo(link::Statistics& sum, const WorkerCounters& worker)
{
    sum.messagesReceived += worker.messagesReceived;
    sum.deliveries += worker.deliveries;
    sum.deliveriesDropped += worker.deliveriesDropped;
    sum.bytesReceived += worker.bytesReceived;
    sum.bytesSent += worker.bytesSent;
    sum.handshakesRefused += worker.handshakesRefused;
    sum.requestsRefused += worker.requestsRefused;
    sum.messagesRefused += worker.messagesRefused;
    sum.messagesIgnored += worker.messagesIgnored;
    sum.slowClientsClosed += worker.slowClientsClosed;
    sum.malformedForwarding += worker.malformedForwarding;
    sum.queuedBytes += worker.queuedBytes;
}

} // namespace signalbox::broker
