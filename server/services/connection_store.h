// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"
#include "server/core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>
#include <QtCore/QSet>

#include <vector>

namespace signalbox::services {

/// The connection store and the groups that all services share: names of connections, and groups of them.
/// To remove and to close are two things: this one only knows who is in it.
///
/// A group is there from the first that is added until it is removed, though it may be empty by then.
/// Errors: service.no_connection, service.no_group, service.not_in_group, service.bad_name.
///
/// Thread: services. Pure.
class ConnectionStore final {
public:
    /// It is in no group and under no name any more.
    void closed(ClientId client);

    /// A connection that had the name loses it.
    [[nodiscard]] Result<void> store(const QByteArray& name, ClientId client);
    [[nodiscard]] Result<ClientId> stored(const QByteArray& name) const;
    [[nodiscard]] Result<void> removeStored(const QByteArray& name);

    [[nodiscard]] Result<void> add(ClientId client, const QByteArray& group);
    [[nodiscard]] Result<void> remove(ClientId client, const QByteArray& group);
    /// In the order of their ids.
    [[nodiscard]] Result<std::vector<ClientId>> members(const QByteArray& group) const;
    [[nodiscard]] Result<void> removeGroup(const QByteArray& group);

private:
    struct Places {
        QSet<QByteArray> names;
        QSet<QByteArray> groups;
    };

    QHash<ClientId, Places> m_places;     ///< of those that have a name or a group
    QHash<QByteArray, ClientId> m_stored; ///< by name
    QHash<QByteArray, QSet<ClientId>> m_groups;
};

} // namespace signalbox::services
