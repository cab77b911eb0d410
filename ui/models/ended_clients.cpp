// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ended_clients.h"

#include <algorithm>

namespace signalbox::ui {

EndedClients::EndedClients(size_t maxEnds)
    : m_maxEnds(std::max<size_t>(1, maxEnds))
{
}

void EndedClients::add(const link::ClientEnd& end)
{
    if (m_byClient.contains(end.client)) { // told again when the window attaches
        return;
    }
    if (m_ends.size() == m_maxEnds) {
        const link::ClientEnd& oldest = m_ends.front();
        m_byClient.remove(oldest.client);
        if (m_lastByUser.value(oldest.user, m_first + 1) == m_first) {
            m_lastByUser.remove(oldest.user);
        }
        m_ends.pop_front();
        ++m_first;
    }
    const quint64 number = m_first + m_ends.size();
    m_ends.push_back(end);
    m_byClient.insert(end.client, number);
    if (!end.user.isEmpty()) {
        m_lastByUser.insert(end.user, number);
    }
}

const link::ClientEnd* EndedClients::find(ClientId client) const
{
    const auto found = m_byClient.constFind(client);
    return found == m_byClient.constEnd() ? nullptr : at(*found);
}

const link::ClientEnd* EndedClients::lastOf(const UserName& user) const
{
    const auto found = m_lastByUser.constFind(user);
    return found == m_lastByUser.constEnd() ? nullptr : at(*found);
}

std::vector<link::ClientEnd> EndedClients::allOf(const UserName& user, size_t most) const
{
    std::vector<link::ClientEnd> found;
    for (auto end = m_ends.rbegin(); !user.isEmpty() && end != m_ends.rend() && found.size() < most; ++end) {
        if (end->user == user) {
            found.push_back(*end);
        }
    }
    return found;
}

} // namespace signalbox::ui
