// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/operator_token.h"

#include <QtNetwork/QHostAddress>

#include <chrono>
#include <optional>
#include <vector>

namespace signalbox::broker {

/// Remembers from which addresses wrong tokens came. So many different ones within a minute, and the address
/// is shut out until the oldest of them is a minute old. The same one again counts once: it is no guess, but
/// a program that was not told of a new token, and it must not shut out others of its address. An address
/// that is shut out adds nothing. At most a thousand addresses are remembered; the one that was quiet longest
/// makes room.
///
/// Thread: its owner's.
class WrongTokens final {
public:
    static constexpr std::size_t maxAddresses = 1000;

    /// 0: nobody is ever shut out.
    explicit WrongTokens(std::size_t maxPerMinute)
        : m_maxPerMinute(maxPerMinute)
    {
    }

    void note(const QHostAddress& address, const OperatorToken& presented, SteadyTime now);
    /// How long the address is shut out from now on; nothing: it is not.
    [[nodiscard]] std::optional<std::chrono::seconds> shutOutFor(const QHostAddress& address,
                                                                 SteadyTime now) const;

private:
    struct Attempt {
        OperatorToken presented; ///< by its digest
        SteadyTime time;
    };
    struct Address {
        QHostAddress address;
        std::vector<Attempt> attempts; ///< different ones, oldest first
    };

    std::size_t m_maxPerMinute;
    std::vector<Address> m_addresses; ///< the one that was heard of last stands last
};

} // namespace signalbox::broker
