// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhook/call_queues.h"

namespace signalbox::webhook {

CallQueues::CallQueues(Limits limits)
    : m_limits(limits)
{
}

CallQueues::Pushed CallQueues::push(Call call)
{
    const qint64 bytes = call.queuedBytes();
    if (m_bytes + bytes > m_limits.allBytes) {
        return Pushed::QueueFull;
    }
    const auto found = m_lanes.constFind(call.client);
    if ((found == m_lanes.constEnd() ? 0 : found->bytes) + bytes > m_limits.clientBytes) {
        return Pushed::ClientQueueFull;
    }
    Lane& lane = m_lanes[call.client];
    if (lane.calls.empty()) {
        m_ready.push_back(call.client);
    }
    lane.calls.push_back(std::move(call));
    lane.bytes += bytes;
    m_bytes += bytes;
    ++m_count;
    return Pushed::Queued;
}

bool CallQueues::hasDue(SteadyTime now) const
{
    return !m_ready.empty() || (!m_asleep.empty() && m_asleep.begin()->first <= now);
}

std::optional<SteadyTime> CallQueues::nextDue() const
{
    return m_asleep.empty() ? std::nullopt : std::optional(m_asleep.begin()->first);
}

void CallQueues::wake(SteadyTime now)
{
    while (!m_asleep.empty() && m_asleep.begin()->first <= now) {
        m_ready.push_back(m_asleep.begin()->second);
        m_asleep.erase(m_asleep.begin());
    }
}

const Call& CallQueues::start(SteadyTime now)
{
    wake(now);
    Q_ASSERT(!m_ready.empty());
    Call& call = m_lanes.find(m_ready.front())->calls.front();
    m_ready.pop_front();
    ++call.attempts;
    return call;
}

Call CallQueues::finish(ClientId client)
{
    const auto lane = m_lanes.find(client);
    Call call = std::move(lane->calls.front());
    lane->calls.pop_front();
    lane->bytes -= call.queuedBytes();
    m_bytes -= call.queuedBytes();
    --m_count;
    if (lane->calls.empty()) {
        m_lanes.erase(lane);
    } else {
        m_ready.push_back(client);
    }
    return call;
}

void CallQueues::retryAt(ClientId client, SteadyTime due)
{
    m_asleep.emplace(due, client);
}

std::vector<Call> CallQueues::takeAll()
{
    std::vector<Call> calls;
    for (Lane& lane : m_lanes) {
        std::move(lane.calls.begin(), lane.calls.end(), std::back_inserter(calls));
    }
    *this = CallQueues(m_limits);
    return calls;
}

} // namespace signalbox::webhook
