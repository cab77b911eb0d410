// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/slot_set.h"

#include <algorithm>

namespace signalbox::routing {

namespace {

constexpr size_t largeSize = 32; // most users have one client: a hash for each would cost more than it saves

} // namespace

void SlotSet::add(MemberSlot slot)
{
    m_slots.push_back(slot);
    if (!m_positions.isEmpty()) {
        m_positions.insert(slot, static_cast<quint32>(m_slots.size() - 1));
    } else if (m_slots.size() > largeSize) {
        for (size_t position = 0; position < m_slots.size(); ++position) {
            m_positions.insert(m_slots[position], static_cast<quint32>(position));
        }
    }
}

void SlotSet::remove(MemberSlot slot)
{
    const size_t position = positionOf(slot);
    Q_ASSERT(position < m_slots.size() && m_slots[position] == slot);
    const MemberSlot last = m_slots.back();
    m_slots[position] = last;
    m_slots.pop_back();
    if (!m_positions.isEmpty()) {
        m_positions.insert(last, static_cast<quint32>(position));
        m_positions.remove(slot);
    }
}

size_t SlotSet::positionOf(MemberSlot slot) const
{
    if (!m_positions.isEmpty()) {
        return m_positions.value(slot);
    }
    return static_cast<size_t>(std::find(m_slots.begin(), m_slots.end(), slot) - m_slots.begin());
}

} // namespace signalbox::routing
