// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/xsockets_task.h"
#include "server/core/clock.h"
#include "server/routing/member_index.h"
#include "server/routing/resolver.h"
#include "server/settings/settings.h"
#include "server/xsockets/retained_messages.h"

#include <deque>
#include <map>
#include <set>
#include <unordered_map>
#include <vector>

namespace signalbox::broker {

/// The controllers of clients that have gone and may come back: their subscriptions, and what they are owed.
/// Gathers what they miss meanwhile. Bounded for each client, and in all; a time after which it is forgotten.
///
/// Thread: hub.
class XSocketsAbsent final {
public:
    XSocketsAbsent(const Clock& clock, const Settings& settings);

    /// A message that is acknowledged or retained, in the order of its sequence.
    void gather(const xsockets::Retained& message);
    /// `missed`: what came after the last message that its worker had seen.
    void left(const xsockets_question::Leave& leave, const std::deque<xsockets::Retained>& missed);
    /// Empty when there is nothing for it.
    [[nodiscard]] XSocketsResumed resume(const QByteArray& persistentId, const QByteArray& controller);
    [[nodiscard]] bool has(const QByteArray& persistentId, const QByteArray& controller) const
    {
        return m_byKey.contains({persistentId, controller});
    }
    void expire();

    [[nodiscard]] qint64 messages() const { return m_messages; }
    [[nodiscard]] quint64 notKept() const { return m_notKept; }

private:
    using Key = std::pair<QByteArray, QByteArray>; ///< PersistentId and controller
    struct Absent {
        Key key;
        XSocketsResumed kept;
        qint64 bytes = 0;
        SteadyTime leftAt;
    };
    using Slot = routing::MemberSlot;

    void leave(const xsockets_question::Leave& leave, const XSocketsController& controller,
               const std::deque<xsockets::Retained>& missed);
    void owe(Absent& absent, xsockets::Owed owed);
    void forget(Slot slot);
    void forgetFirst();

    const Clock& m_clock;
    const Settings& m_settings;
    quint64 m_lastMember = 0;
    qint64 m_bytes = 0;
    qint64 m_messages = 0;
    quint64 m_notKept = 0;
    routing::MemberIndex m_index; ///< of their subscriptions
    routing::Resolver m_resolver;
    std::vector<Slot> m_reached;
    std::unordered_map<Slot, Absent> m_absent;
    std::multimap<Key, Slot> m_byKey;
    std::set<std::pair<SteadyTime, Slot>> m_byTime; ///< in the order in which they left
};

} // namespace signalbox::broker
