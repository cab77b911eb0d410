// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/result.h"
#include "server/xsockets/properties.h"

#include <QtCore/QByteArray>
#include <QtCore/QHash>

#include <set>
#include <unordered_map>
#include <utility>

namespace signalbox::xsockets {

/// What is kept for each PersistentId: the properties of its controllers while it is connected and for a
/// while after, and its storage. Values are JSON. One thread.
///
/// Bounded: what one id has, and what all have together. When all is full, the ids that went first are
/// forgotten first; what connected ones have stays.
class PersistentValues final {
public:
    static constexpr size_t maxAbsent = 10'000; ///< ids without a connection

    struct Limits {
        qint64 maxBytesPerId = 0;
        qint64 maxBytes = 0;
        std::chrono::milliseconds keep{}; ///< properties, after the last connection
    };
    explicit PersistentValues(const Limits& limits)
        : m_limits(limits)
    {
    }

    void connected(const QByteArray& id);
    void left(const QByteArray& id, SteadyTime now);
    /// Connections that it has now.
    [[nodiscard]] int connections(const QByteArray& id) const;
    /// What it had when it was last set, for a connection that is about to begin: it is kept from now on as
    /// if another had just ended.
    [[nodiscard]] PropertyValues restore(const QByteArray& id, SteadyTime now);

    /// Nothing is kept when there is no room, or nobody is connected by this id.
    bool setProperty(const QByteArray& id, const PropertyKey& key, const QByteArray& valueJson);
    /// Errors: xsockets.storage_full; what was stored before stays.
    [[nodiscard]] Result<void> store(const QByteArray& id, const QByteArray& key,
                                     const QByteArray& valueJson);
    /// "null" when nothing is stored.
    [[nodiscard]] QByteArray stored(const QByteArray& id, const QByteArray& key) const;
    void removeStored(const QByteArray& id, const QByteArray& key);
    void clearStored(const QByteArray& id);

    /// Forgets the properties whose time is over.
    void expire(SteadyTime now);

    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] size_t count() const { return m_entries.size(); }
    [[nodiscard]] quint64 forgotten() const { return m_forgotten; } ///< ids, for want of room

private:
    struct Entry {
        int connections = 0;
        SteadyTime leftAt{}; ///< without connections
        qint64 bytes = 0;
        PropertyValues properties;
        QHash<QByteArray, QByteArray> storage;
    };

    /// In the order in which they left.
    using Absent = std::set<std::pair<SteadyTime, QByteArray>>;

    [[nodiscard]] Entry* findConnected(const QByteArray& id);
    void noteAbsent(const QByteArray& id, SteadyTime now);
    void dropProperties(Entry& entry);
    [[nodiscard]] bool makeRoom(const Entry& wanting, qint64 more);
    void resize(Entry& entry, qint64 by);
    void forgetOldest();

    Limits m_limits;
    qint64 m_bytes = 0;
    quint64 m_forgotten = 0;
    std::unordered_map<QByteArray, Entry> m_entries;
    Absent m_absent;   ///< all without a connection
    Absent m_expiring; ///< those of them that may have properties
};

} // namespace signalbox::xsockets
