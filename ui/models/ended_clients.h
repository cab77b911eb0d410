// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/client_info.h"

#include <QtCore/QHash>

#include <deque>
#include <vector>

namespace signalbox::ui {

/// The clients that ended, the latest last, so that a question about somebody who is gone has an answer. Main
/// thread. Limit: `maxEnds`, then the oldest is forgotten.
class EndedClients final {
public:
    explicit EndedClients(size_t maxEnds = 20'000);

    void add(const link::ClientEnd& end);

    [[nodiscard]] size_t size() const { return m_ends.size(); }
    /// Null for a client that has not ended, or that is forgotten. Valid until the next change.
    [[nodiscard]] const link::ClientEnd* find(ClientId client) const;
    /// The last of this user's clients that ended; null when there was none.
    [[nodiscard]] const link::ClientEnd* lastOf(const UserName& user) const;
    /// This user's clients that ended, the latest first, `most` at most; none for the empty name.
    [[nodiscard]] std::vector<link::ClientEnd> allOf(const UserName& user, size_t most) const;

private:
    [[nodiscard]] const link::ClientEnd* at(quint64 number) const
    {
        return &m_ends[static_cast<size_t>(number - m_first)];
    }

    size_t m_maxEnds;
    std::deque<link::ClientEnd> m_ends;    ///< oldest first, numbered from m_first
    quint64 m_first = 0;                   ///< the number of m_ends.front()
    QHash<ClientId, quint64> m_byClient;   ///< the number of its end
    QHash<UserName, quint64> m_lastByUser; ///< the number of the last end; none for clients without a user
};

} // namespace signalbox::ui
