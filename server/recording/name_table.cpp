// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/name_table.h"

namespace signalbox::recording {

NameTable::Index NameTable::add(const QByteArray& name)
{
    if (name.isEmpty()) {
        return 0;
    }
    Index& index = m_indexes[name];
    if (index == 0) {
        if (m_free.empty()) {
            m_free.push_back(static_cast<Index>(m_slots.size()));
            m_slots.emplace_back();
        }
        index = m_free.back();
        m_free.pop_back();
        m_slots[index].name = name;
        m_heldBytes += costBytes(name);
    }
    ++m_slots[index].users;
    return index;
}

void NameTable::retain(Index index)
{
    if (index != 0) {
        ++m_slots.at(index).users;
    }
}

void NameTable::release(Index index)
{
    if (index == 0) {
        return;
    }
    Slot& slot = m_slots.at(index);
    Q_ASSERT(slot.users > 0);
    if (--slot.users == 0) {
        m_heldBytes -= costBytes(slot.name);
        m_indexes.remove(slot.name);
        slot.name = QByteArray();
        m_free.push_back(index);
    }
}

qint64 NameTable::costBytes(const QByteArray& name)
{
    constexpr qint64 bookkeepingBytes = 96; // slot, hash node, and the header of the bytes
    return name.size() + bookkeepingBytes;
}

} // namespace signalbox::recording
