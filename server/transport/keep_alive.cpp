// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/keep_alive.h"

#include <QtCore/QtEndian>

#include <algorithm>

namespace signalbox::transport {

namespace {

/// The number that a payload of ours writes; 0: it is none. The 8 bytes begin with a zero, which no digit is.
quint64 numberOf(QByteArrayView payload)
{
    if (payload.size() == sizeof(quint64) && payload.front() == '\0') {
        return qFromBigEndian<quint64>(payload.data());
    }
    const quint64 number = payload.toULongLong();
    return payload == QByteArray::number(number) ? number : 0;
}

} // namespace

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
    m_ownPing = ++m_pings;
    return QByteArray::number(m_ownPing);
}

void KeepAlive::everythingLeft(SteadyTime now)
{
    m_pingLeft = std::min(m_pingLeft, now);
}

QByteArray KeepAlive::payloadOf(quint64 takenPing)
{
    QByteArray payload(sizeof takenPing, Qt::Uninitialized);
    qToBigEndian(takenPing, payload.data());
    return payload;
}

std::optional<quint64> KeepAlive::pongReceived(QByteArrayView payload, SteadyTime now)
{
    const quint64 number = numberOf(payload);
    if (number == 0 || number > m_pings) {
        return std::nullopt;
    }
    if (m_awaitingPong && number >= m_ownPing) {
        m_awaitingPong = false;
        if (number == m_ownPing) {
            m_roundTrip =
                std::chrono::duration_cast<std::chrono::microseconds>(now - std::min(m_pingLeft, now));
        }
    }
    return number;
}

SteadyTime KeepAlive::nextDeadline() const
{
    if (m_interval.count() == 0) {
        return SteadyTime::max();
    }
    const SteadyTime nextPing = m_lastPing + m_interval; // if the pong has come by then
    if (!m_awaitingPong) {
        return nextPing;
    }
    return m_pingLeft == SteadyTime::max() ? SteadyTime::min()
                                           : std::min(nextPing, m_pingLeft + m_pongTimeout);
}

bool KeepAlive::isOverdue(SteadyTime now) const
{
    return m_awaitingPong && m_pingLeft <= now && now - m_pingLeft >= m_pongTimeout;
}

} // namespace signalbox::transport
