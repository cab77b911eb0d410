// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/dispatch/timer_queue.h"

#include <algorithm>

namespace signalbox::dispatch {

void TimerQueue::add(int id, Interval interval, Qt::TimerType type, QObject* object, SteadyTime now)
{
    remove(id);
    const SteadyTime deadline = now + interval;
    m_timers.emplace(id, Timer{interval, type, object, deadline, ++m_lastSerial});
    m_order.emplace(deadline, id);
}

bool TimerQueue::remove(int id)
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end()) {
        return false;
    }
    m_order.erase({found->second.deadline, id});
    m_timers.erase(found);
    return true;
}

bool TimerQueue::removeAllOf(const QObject* object)
{
    std::vector<int> ids;
    for (const auto& [id, timer] : m_timers) {
        if (timer.object == object) {
            ids.push_back(id);
        }
    }
    for (const int id : ids) {
        remove(id);
    }
    return !ids.empty();
}

QList<TimerQueue::TimerInfo> TimerQueue::timersOf(const QObject* object) const
{
    QList<TimerInfo> infos;
    for (const auto& [id, timer] : m_timers) {
        if (timer.object == object) {
            infos.append(TimerInfo(id, static_cast<int>(timer.interval.count()), timer.type));
        }
    }
    return infos;
}

std::optional<TimerQueue::Interval> TimerQueue::remaining(int id, SteadyTime now) const
{
    const auto found = m_timers.find(id);
    if (found == m_timers.end()) {
        return std::nullopt;
    }
    return std::max(Interval(0), std::chrono::ceil<Interval>(found->second.deadline - now));
}

std::optional<SteadyTime> TimerQueue::nextDeadline() const
{
    return m_order.empty() ? std::nullopt : std::optional(m_order.begin()->first);
}

std::vector<TimerQueue::Due> TimerQueue::due(SteadyTime now) const
{
    std::vector<Due> found;
    for (auto place = m_order.begin(); place != m_order.end() && place->first <= now; ++place) {
        found.push_back({place->second, m_timers.at(place->second).serial});
    }
    return found;
}

QObject* TimerQueue::begin(const Due& due, SteadyTime now)
{
    const auto found = m_timers.find(due.id);
    if (found == m_timers.end() || found->second.serial != due.serial) {
        return nullptr;
    }
    Timer& timer = found->second;
    if (timer.isBeingDelivered || timer.deadline > now) { // a loop inside a handler was faster
        return nullptr;
    }
    m_order.erase({timer.deadline, due.id});
    timer.isBeingDelivered = true;
    timer.deadline += timer.interval;
    if (timer.deadline < now) {
        timer.deadline = now + timer.interval;
    }
    return timer.object;
}

void TimerQueue::finish(const Due& due)
{
    const auto found = m_timers.find(due.id);
    if (found == m_timers.end() || found->second.serial != due.serial) {
        return; // killed by its handler
    }
    found->second.isBeingDelivered = false;
    m_order.emplace(found->second.deadline, due.id);
}

} // namespace signalbox::dispatch
