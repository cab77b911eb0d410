// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/end_reason.h"
#include "server/core/name.h"

#include <QtCore/QHash>

#include <list>
#include <optional>

namespace signalbox::routing {

/// When and how a user's client last ended.
struct Seen {
    WallTime time{};
    EndReason reason = EndReason::PeerClosed;
    quint16 closeCode = 1006; ///< RFC 6455 §7.4.1: 1005 and 1006 stand for none

    friend bool operator==(const Seen&, const Seen&) = default;
};

/// Remembers the users whose clients ended most recently, for hints. Bounded: the user that ended longest ago
/// is forgotten first. One thread.
class LastSeen final {
public:
    static constexpr qsizetype defaultMaxUsers = 10'000;

    explicit LastSeen(qsizetype maxUsers = defaultMaxUsers)
        : m_maxUsers(maxUsers)
    {
    }

    /// The empty user is not recorded.
    void record(const UserName& user, const Seen& seen);
    [[nodiscard]] std::optional<Seen> find(const UserName& user) const;
    [[nodiscard]] qsizetype size() const { return m_byUser.size(); }

private:
    struct Entry {
        UserName user;
        Seen seen;
    };

    qsizetype m_maxUsers;
    std::list<Entry> m_entries; ///< oldest first
    QHash<UserName, std::list<Entry>::iterator> m_byUser;
};

} // namespace signalbox::routing
