// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/end_reason.h"

#include <QtCore/QByteArray>

namespace signalbox::transport {

/// How a connection ended, for its owner.
struct ConnectionEnd {
    EndReason reason = EndReason::Vanished;
    quint16 closeCode =
        1006; ///< the code that ended it, ours or the peer's; 1006 when there was no close frame
    QByteArray closeReason;
    qint64 lostFrames = 0; ///< of messages, that were queued and never left; no pings, pongs or close frames
};

/// Where a connection stands in the closing handshake (RFC 6455 §7). The first cause counts: what happens
/// later does not change why it ended.
///
/// Open → AwaitingPeer (we sent a close frame) → Lingering (both sent, or the peer broke the protocol: our
/// FIN goes out, what still comes in is thrown away, so that no reset overtakes our close frame) → Ended.
class CloseState final {
public:
    enum class Phase { Open, AwaitingPeer, Lingering, Ended };

    [[nodiscard]] bool isOpen() const { return m_phase == Phase::Open; }
    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] const ConnectionEnd& end() const { return m_end; }
    [[nodiscard]] SteadyTime deadline() const { return m_deadline; }

    /// We are about to send a close frame and wait for the peer's until `deadline`.
    void beginAwaiting(ConnectionEnd end, SteadyTime deadline)
    {
        enter(Phase::AwaitingPeer, std::move(end), deadline);
    }
    /// Nothing more will be read; the connection is cut at `deadline` at the latest.
    void beginLingering(ConnectionEnd end, SteadyTime deadline)
    {
        enter(Phase::Lingering, std::move(end), deadline);
    }
    void finish(ConnectionEnd end) { enter(Phase::Ended, std::move(end), m_deadline); }

private:
    void enter(Phase phase, ConnectionEnd end, SteadyTime deadline)
    {
        if (m_phase == Phase::Ended) {
            return; // an owner may abort a connection in the midst of what it reads
        }
        if (m_phase == Phase::Open) {
            m_end = std::move(end);
        }
        m_phase = phase;
        m_deadline = deadline;
    }

    Phase m_phase = Phase::Open;
    ConnectionEnd m_end;
    SteadyTime m_deadline{};
};

} // namespace signalbox::transport
