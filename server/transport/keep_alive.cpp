// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/keep_alive.h"

#include <algorithm>

namespace signalbox::transport {

KeepAlive::KeepAlive(std::chrono::milliseconds interval, std::chrono::milliseconds pongTimeout,
                     SteadyTime now)
    : m_interval(interval)
    , m_pongTimeout(pongTimeout)
    , m_lastPing(now)
    , m_pingLeft(now)
{
}

std::optional<QByteArray> KeepAlive::pingDue(SteadyTime now)
{
    if (m_interval.count() == 0 || m_awaitingPong || now - m_lastPing < m_interval) {
        return std::nullopt;
    }
    m_lastPing = now;
    m_pingLeft = SteadyTime::max();
    m_awaitingPong = true;
    return QByteArray::number(++m_pings);
}

void KeepAlive::everythingLeft(SteadyTime now)
{
    m_pingLeft = std::min(m_pingLeft, now);
}

void KeepAlive::pongReceived(QByteArrayView payload, SteadyTime now)
{
    if (m_awaitingPong && payload == QByteArray::number(m_pings)) {
        m_awaitingPong = false;
        m_roundTrip = std::chrono::duration_cast<std::chrono::microseconds>(now - std::min(m_pingLeft, now));
    }
}

bool KeepAlive::isOverdue(SteadyTime now) const
{
    return m_awaitingPong && m_pingLeft <= now && now - m_pingLeft >= m_pongTimeout;
}

} // namespace signalbox::transport
