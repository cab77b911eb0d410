// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/wrong_tokens.h"

#include <algorithm>

namespace signalbox::broker {

namespace {

constexpr std::chrono::minutes window{1};

} // namespace

void WrongTokens::note(const QHostAddress& address, const OperatorToken& presented, SteadyTime now)
{
    if (m_maxPerMinute == 0) {
        return;
    }
    for (Address& known : m_addresses) {
        std::erase_if(known.attempts, [now](const Attempt& attempt) { return attempt.time + window <= now; });
    }
    std::erase_if(m_addresses, [](const Address& known) { return known.attempts.empty(); });
    const auto known = std::ranges::find(m_addresses, address, &Address::address);
    if (known != m_addresses.end()) {
        std::rotate(known, known + 1, m_addresses.end());
    } else {
        if (m_addresses.size() == maxAddresses) {
            m_addresses.erase(m_addresses.begin());
        }
        m_addresses.push_back({address, {}});
    }
    std::vector<Attempt>& attempts = m_addresses.back().attempts;
    const bool isNew = std::ranges::find(attempts, presented, &Attempt::presented) == attempts.end();
    if (isNew && attempts.size() < m_maxPerMinute) {
        attempts.push_back({presented, now});
    }
}

std::optional<std::chrono::seconds> WrongTokens::shutOutFor(const QHostAddress& address, SteadyTime now) const
{
    const auto known = std::ranges::find(m_addresses, address, &Address::address);
    if (known == m_addresses.end() || known->attempts.size() < m_maxPerMinute ||
        known->attempts.front().time + window <= now) {
        return std::nullopt;
    }
    return std::chrono::ceil<std::chrono::seconds>(known->attempts.front().time + window - now);
}

} // namespace signalbox::broker
