// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/control/client_record.h"
#include "server/link/client_info.h"
#include "server/routing/last_seen.h"
#include "server/routing/member_index.h"

#include <QtCore/QHash>

#include <deque>
#include <optional>
#include <set>
#include <vector>

namespace signalbox::broker {

/// Every client of every worker, as values: for the preview, for completion, for hints, and to find the
/// worker that a client belongs to. The workers' own members decide who gets a message; this one follows
/// them.
///
/// Thread: hub.
class Directory final {
public:
    void opened(int worker, const link::ClientInfoPointer& client);
    /// Its groups or tags are others now, or its mute. Nothing happens when it is not there any more.
    void changed(const link::ClientInfoPointer& client);
    /// Of clients that are not there any more it is forgotten.
    void measured(const std::vector<link::ClientTraffic>& traffic);
    void ended(const link::ClientEnd& end);

    [[nodiscard]] qint64 clientCount() const { return m_clients.size(); }
    [[nodiscard]] qint64 groupCount() const { return static_cast<qint64>(m_members.groups().size()); }
    [[nodiscard]] std::optional<int> workerOf(ClientId client) const;
    /// Null when it is not connected. Valid until the next change.
    [[nodiscard]] const link::ClientInfo* find(ClientId client) const;
    /// The same with its traffic as last measured.
    [[nodiscard]] const control::ClientRecord* record(ClientId client) const;
    [[nodiscard]] std::vector<link::ClientInfo> clients() const;
    /// Those who have the controller open, in the order of their ids.
    [[nodiscard]] std::vector<ClientId> withController(const QByteArray& controller) const;
    /// Of all clients of which any is known.
    [[nodiscard]] std::vector<link::ClientTraffic> traffic() const;
    /// The newest of those that have ended, oldest first, 1,000 at most; their long texts are cut.
    [[nodiscard]] const std::deque<link::ClientEnd>& ends() const { return m_ends; }
    [[nodiscard]] std::vector<link::ClientEnd> recentEnds() const { return {m_ends.begin(), m_ends.end()}; }
    [[nodiscard]] const routing::MemberIndex& members() const { return m_members; }
    [[nodiscard]] const routing::LastSeen& lastSeen() const { return m_lastSeen; }

private:
    struct Entry {
        int worker = 0;
        routing::MemberSlot slot = 0;
        control::ClientRecord record;
    };

    void setControllers(ClientId client, const QList<QByteArray>& before, const QList<QByteArray>& now);

    QHash<ClientId, Entry> m_clients;
    QHash<QByteArray, std::set<ClientId>> m_byController;
    routing::MemberIndex m_members;
    routing::LastSeen m_lastSeen;
    std::deque<link::ClientEnd> m_ends;
};

} // namespace signalbox::broker
