// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <chrono>
#include <optional>

namespace signalbox::transport {

/// When to ping, and whether the pong is overdue (RFC 6455 §5.5.2). Numbers the pings of a connection, its
/// own and those behind messages alike, because a pong may answer the latest of several only (§5.5.3). The
/// payload is the number, in decimal for its own and in 8 bytes for the others, so that an unsolicited pong
/// is not taken for an answer.
///
/// Thread: the worker of its connection.
class KeepAlive final {
public:
    /// `interval` 0: never ping.
    KeepAlive(std::chrono::milliseconds interval, std::chrono::milliseconds pongTimeout, SteadyTime now);

    /// The payload of the ping that is due now, if one is; it counts as sent.
    [[nodiscard]] std::optional<QByteArray> pingDue(SteadyTime now);
    /// Takes the number of a ping that another asks for.
    [[nodiscard]] quint64 takePing() { return ++m_pings; }
    [[nodiscard]] static QByteArray payloadOf(quint64 takenPing);
    /// A ping of its own has not left yet, as far as is known.
    [[nodiscard]] bool isPingWaiting() const { return m_pingLeft == SteadyTime::max(); }
    /// Everything that was queued has left, the ping too: the time for its pong begins.
    void everythingLeft(SteadyTime now);
    /// The number of the ping that it answers, and with it the ones before; nothing when there was none.
    std::optional<quint64> pongReceived(QByteArrayView payload, SteadyTime now);
    [[nodiscard]] bool isOverdue(SteadyTime now) const;
    /// When to ask the two above again; the past while a ping has not left yet.
    [[nodiscard]] SteadyTime nextDeadline() const;

    /// Of the last ping that was answered; negative: none yet.
    [[nodiscard]] std::chrono::microseconds roundTrip() const { return m_roundTrip; }

private:
    std::chrono::milliseconds m_interval;
    std::chrono::milliseconds m_pongTimeout;
    SteadyTime m_lastPing;
    SteadyTime m_pingLeft; ///< when the last ping did; before, it is later than any time
    quint64 m_pings = 0;   ///< the number of the last one
    quint64 m_ownPing = 0; ///< that of the last of its own
    bool m_awaitingPong = false;
    std::chrono::microseconds m_roundTrip{-1};
};

} // namespace signalbox::transport
