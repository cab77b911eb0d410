// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/traffic_trail.h"

namespace signalbox::ui {

void TrafficTrail::add(const link::ClientTraffic& traffic, double seconds)
{
    const bool isAhead = traffic.messagesReceived >= m_received && traffic.messagesSent >= m_sent;
    if (m_hasBase && isAhead && seconds > 0.0) {
        m_receivedRate = static_cast<double>(traffic.messagesReceived - m_received) / seconds;
        m_sentRate = static_cast<double>(traffic.messagesSent - m_sent) / seconds;
        m_rates[m_next] = static_cast<float>(rate());
        m_queues[m_next] = static_cast<float>(traffic.queuedBytes);
        m_next = (m_next + 1) % length;
        m_size = std::min(m_size + 1, length);
    }
    m_hasBase = true;
    m_received = traffic.messagesReceived;
    m_sent = traffic.messagesSent;
}

std::deque<double> TrafficTrail::unrolled(const Ring& ring) const
{
    std::deque<double> values;
    for (size_t step = 0; step < m_size; ++step) {
        values.push_back(static_cast<double>(ring[(m_next + length - m_size + step) % length]));
    }
    return values;
}

} // namespace signalbox::ui
