// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/unacknowledged.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace signalbox::xsockets {

std::optional<quint16> Unacknowledged::add(Owed owed, SteadyTime now)
{
    const qint64 bytes = owed.bytes();
    if (m_entries.size() >= static_cast<size_t>(m_limits.maxCount) || m_bytes + bytes > m_limits.maxBytes) {
        return std::nullopt;
    }
    if (owed.address.id == 0 || m_byId.contains(owed.address.id)) {
        owed.address.id = nextId();
    }
    const quint16 id = owed.address.id;
    if (m_entries.empty()) {
        m_earliest = now;
    }
    m_entries.push_back({std::move(owed), now});
    m_byId.emplace(id, std::prev(m_entries.end()));
    m_bytes += bytes;
    return id;
}

/// There is one: fewer wait than there are ids.
quint16 Unacknowledged::nextId()
{
    do {
        m_lastId = m_lastId == std::numeric_limits<quint16>::max() ? quint16(1) : quint16(m_lastId + 1);
    } while (m_byId.contains(m_lastId));
    return m_lastId;
}

bool Unacknowledged::acknowledge(quint16 id)
{
    const auto found = m_byId.find(id);
    if (found == m_byId.end()) {
        return false;
    }
    m_bytes -= found->second->owed.bytes();
    m_entries.erase(found->second);
    m_byId.erase(found);
    return true;
}

std::vector<Owed> Unacknowledged::takeDue(SteadyTime now, std::chrono::milliseconds interval, qint64 maxBytes)
{
    std::vector<Owed> due;
    if (m_entries.empty() || now - m_earliest < interval) {
        return due;
    }
    SteadyTime earliest = now;
    qint64 bytes = 0;
    for (Entry& entry : m_entries) {
        if (now - entry.sentAt >= interval) {
            if (bytes >= maxBytes) {
                return due; // those before are not due again: the next time goes on here
            }
            bytes += entry.owed.bytes();
            due.push_back(entry.owed);
            entry.sentAt = now;
        }
        earliest = std::min(earliest, entry.sentAt);
    }
    m_earliest = earliest;
    return due;
}

std::vector<Owed> Unacknowledged::takeAll()
{
    std::vector<Owed> all;
    all.reserve(m_entries.size());
    for (Entry& entry : m_entries) {
        all.push_back(std::move(entry.owed));
    }
    m_entries.clear();
    m_byId.clear();
    m_bytes = 0;
    return all;
}

} // namespace signalbox::xsockets
