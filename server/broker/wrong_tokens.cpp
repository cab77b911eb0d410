// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/wrong_tokens.h"

#include <algorithm>

namespace signalbox::broker {

namespace {

constexpr std::chrono::minutes window{1};

} // namespace

void WrongTokens::note(const QHostAddress& address, SteadyTime now)
{
    if (m_maxPerMinute == 0) {
        return;
    }
    std::erase_if(m_addresses, [now](const Address& known) { return known.times.back() + window <= now; });
    const auto known = std::ranges::find(m_addresses, address, &Address::address);
    if (known != m_addresses.end()) {
        std::rotate(known, known + 1, m_addresses.end());
    } else {
        if (m_addresses.size() == maxAddresses) {
            m_addresses.erase(m_addresses.begin());
        }
        m_addresses.push_back({address, {}});
    }
    std::vector<SteadyTime>& times = m_addresses.back().times;
    if (times.size() == m_maxPerMinute) {
        times.erase(times.begin());
    }
    times.push_back(now);
}

std::optional<std::chrono::seconds> WrongTokens::shutOutFor(const QHostAddress& address, SteadyTime now) const
{
    const auto known = std::ranges::find(m_addresses, address, &Address::address);
    if (known == m_addresses.end() || known->times.size() < m_maxPerMinute ||
        known->times.front() + window <= now) {
        return std::nullopt;
    }
    return std::chrono::ceil<std::chrono::seconds>(known->times.front() + window - now);
}

} // namespace signalbox::broker
