// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/xsockets_absent.h"

#include "server/broker/xsockets_limits.h"
#include "server/core/topic_filter.h"
#include "server/xsockets/topics.h"

#include <algorithm>
#include <utility>

namespace signalbox::broker {

namespace {

constexpr size_t maxAbsent = 10'000; ///< controllers; who left first is forgotten first

bool isForSubscribers(const XSocketsController& controller, const xsockets::Retained& message)
{
    return std::ranges::any_of(controller.topics, [&](const QByteArray& topic) {
        const QByteArray group = xsockets::groupOf(controller.name, topic);
        return group == message.group || topicMatches(group, message.group);
    });
}

xsockets::Owed owedOf(const QByteArray& controller, const xsockets::Retained& message)
{
    return {
        message.message, {controller, xsockets::topicWithin(controller, message.group)}, message.sequence};
}

} // namespace

XSocketsAbsent::XSocketsAbsent(const Clock& clock, const Settings& settings)
    : m_clock(clock)
    , m_settings(settings)
{
}

void XSocketsAbsent::gather(const xsockets::Retained& message)
{
    if (m_absent.empty()) {
        return;
    }
    m_resolver.reach({{RecipientType::Group, message.group}}, m_index, m_reached);
    for (const Slot slot : m_reached) {
        Absent& absent = m_absent.at(slot);
        owe(absent, owedOf(absent.key.second, message));
    }
}

/// One that is full misses what comes last: what it has stays without a gap.
void XSocketsAbsent::owe(Absent& absent, xsockets::Owed owed)
{
    const xsockets::Unacknowledged::Limits limits = unacknowledgedLimits(m_settings);
    const qint64 bytes = owed.bytes();
    if (absent.kept.owed.size() >= static_cast<size_t>(limits.maxCount) ||
        absent.bytes + bytes > limits.maxBytes || m_bytes + bytes > hubShare(m_settings)) {
        ++absent.kept.missed;
        ++m_notKept;
        return;
    }
    absent.bytes += bytes;
    m_bytes += bytes;
    ++m_messages;
    absent.kept.owed.push_back(std::move(owed));
}

void XSocketsAbsent::left(const xsockets_question::Leave& leave, const std::deque<xsockets::Retained>& missed)
{
    for (const XSocketsController& controller : leave.controllers) {
        this->leave(leave, controller, missed);
    }
}

void XSocketsAbsent::leave(const xsockets_question::Leave& leave, const XSocketsController& controller,
                           const std::deque<xsockets::Retained>& missed)
{
    if (m_absent.size() >= maxAbsent) {
        forgetFirst();
    }
    routing::Member member;
    member.client = ClientId(++m_lastMember);
    member.groupsAreFilters = true;
    for (const QByteArray& topic : controller.topics) {
        member.groups += GroupName::trusted(xsockets::groupOf(controller.name, topic));
    }
    const Slot slot = m_index.add(std::move(member));
    const SteadyTime now = m_clock.steadyNow();
    Absent& absent = m_absent[slot];
    absent = {{leave.persistentId, controller.name}, {}, 0, now};
    absent.kept.topics = controller.topics;
    absent.kept.lastId = leave.lastId;
    absent.kept.missed = controller.missed;
    m_byKey.emplace(absent.key, slot);
    m_byTime.emplace(now, slot);
    quint64 seen = leave.seen;
    for (const xsockets::Owed& owed : controller.owed) {
        seen = std::max(seen, owed.sequence);
        owe(absent, owed);
    }
    for (const xsockets::Retained& message : missed) {
        if (message.sequence > seen && isForSubscribers(controller, message)) {
            owe(absent, owedOf(controller.name, message));
        }
    }
}

XSocketsResumed XSocketsAbsent::resume(const QByteArray& persistentId, const QByteArray& controller)
{
    expire();
    const auto found = m_byKey.find({persistentId, controller});
    if (found == m_byKey.end()) {
        return {};
    }
    const Slot slot = found->second;
    XSocketsResumed resumed = std::move(m_absent.at(slot).kept);
    m_messages -= static_cast<qint64>(resumed.owed.size());
    m_absent.at(slot).kept.owed.clear();
    forget(slot);
    return resumed;
}

void XSocketsAbsent::forget(Slot slot)
{
    const auto found = m_absent.find(slot);
    const Absent& absent = found->second;
    m_bytes -= absent.bytes;
    m_messages -= static_cast<qint64>(absent.kept.owed.size());
    m_byTime.erase({absent.leftAt, slot});
    const auto [begin, end] = m_byKey.equal_range(absent.key);
    m_byKey.erase(std::find_if(begin, end, [slot](const auto& entry) { return entry.second == slot; }));
    m_index.remove(slot);
    m_absent.erase(found);
}

void XSocketsAbsent::forgetFirst()
{
    m_notKept += m_absent.at(m_byTime.begin()->second).kept.owed.size();
    forget(m_byTime.begin()->second);
}

void XSocketsAbsent::expire()
{
    const SteadyTime now = m_clock.steadyNow();
    while (!m_byTime.empty() && now - m_byTime.begin()->first >= m_settings.xsockets.keep) {
        forget(m_byTime.begin()->second);
    }
}

} // namespace signalbox::broker
