// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/queued_deliveries.h"

#include <utility>

namespace signalbox::broker {

std::vector<QueuedDeliveries::Entry> QueuedDeliveries::takeUpTo(quint64 takenBytes)
{
    std::vector<Entry> taken;
    while (!m_entries.empty() && m_entries.front().endByte <= takenBytes) {
        taken.push_back(m_entries.front());
        m_entries.pop_front();
    }
    return taken;
}

std::vector<QueuedDeliveries::Entry> QueuedDeliveries::takeAll()
{
    const std::deque<Entry> all = std::exchange(m_entries, {});
    return {all.begin(), all.end()};
}

} // namespace signalbox::broker
