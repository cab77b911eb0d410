// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/traffic_rate.h"

namespace signalbox::ui {

void TrafficRate::add(const link::Statistics& statistics)
{
    if (m_last) {
        const double seconds = std::chrono::duration<double>(statistics.time - m_last->time).count();
        if (seconds <= 0.0) { // the clock of the system was set back
            m_last = statistics;
            return;
        }
        m_received = static_cast<double>(statistics.messagesReceived - m_last->messagesReceived) / seconds;
        m_delivered = static_cast<double>(statistics.deliveries - m_last->deliveries) / seconds;
        m_history.push_back(m_received + m_delivered);
        if (m_history.size() > historyLength) {
            m_history.pop_front();
        }
    }
    m_last = statistics;
}

} // namespace signalbox::ui
