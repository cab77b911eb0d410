// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/ids.h"

#include <deque>
#include <vector>

namespace signalbox::broker {

/// What one client has still to confirm: messages in the order in which they were queued, and the pings
/// behind them. A pong confirms everything before its ping (RFC 6455 §5.5.3: it may answer a later one only).
///
/// Thread: its worker. Owner: the session; made with the first message that asks for it. Limits: `maxPings`
/// on their way, further messages wait for a ping behind them all; of more than `maxMessages` nothing is
/// heard.
class Confirmations final {
public:
    static constexpr size_t maxPings = 64;
    static constexpr size_t maxMessages = 1'024;

    struct Expected {
        MessageId message;
        SteadyTime sentAt{};
        quint64 ping = 0; ///< its number; 0: none is behind the message yet
    };

    void expect(MessageId message, SteadyTime sentAt);
    /// Whether messages are without a ping, and one more may be on its way.
    [[nodiscard]] bool wantsPing() const;
    /// The ping with this number was queued, behind every message so far.
    void pinged(quint64 number);
    /// The pong to this ping is here: what it confirms.
    [[nodiscard]] std::vector<Expected> answered(quint64 number);

    /// The client has ended: what was not confirmed.
    [[nodiscard]] std::vector<Expected> takeAll();

private:
    std::deque<Expected> m_expected;
    size_t m_pings = 0; ///< on their way
};

} // namespace signalbox::broker
