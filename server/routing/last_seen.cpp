// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/last_seen.h"

namespace signalbox::routing {

void LastSeen::record(const UserName& user, const Seen& seen)
{
    if (user.isEmpty()) {
        return;
    }
    if (const auto known = m_byUser.constFind(user); known != m_byUser.constEnd()) {
        (*known)->seen = seen;
        m_entries.splice(m_entries.end(), m_entries, *known);
        return;
    }
    m_entries.push_back({user, seen});
    m_byUser.insert(user, std::prev(m_entries.end()));
    if (m_byUser.size() > m_maxUsers) {
        m_byUser.remove(m_entries.front().user);
        m_entries.pop_front();
    }
}

std::optional<Seen> LastSeen::find(const UserName& user) const
{
    const auto known = m_byUser.constFind(user);
    return known == m_byUser.constEnd() ? std::nullopt : std::optional<Seen>((*known)->seen);
}

} // namespace signalbox::routing
