// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/queued_deliveries.h"

#include <utility>

namespace signalbox::broker {

void QueuedDeliveries::add(const Entry& entry)
{
    if (!m_entries) {
        m_entries = std::make_unique<std::deque<Entry>>();
    }
    m_entries->push_back(entry);
}

std::vector<QueuedDeliveries::Entry> QueuedDeliveries::takeUpTo(quint64 takenBytes)
{
    std::vector<Entry> taken;
    while (m_entries && m_entries->front().endByte <= takenBytes) {
        taken.push_back(m_entries->front());
        m_entries->pop_front();
        if (m_entries->empty()) {
            m_entries.reset();
        }
    }
    return taken;
}

std::vector<QueuedDeliveries::Entry> QueuedDeliveries::takeAll()
{
    const auto all = std::exchange(m_entries, nullptr);
    return all ? std::vector<Entry>(all->begin(), all->end()) : std::vector<Entry>();
}

} // namespace signalbox::broker
