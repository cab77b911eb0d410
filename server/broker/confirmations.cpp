// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/confirmations.h"

#include <utility>

namespace signalbox::broker {

void Confirmations::expect(MessageId message, SteadyTime sentAt)
{
    if (m_expected.size() < maxMessages) {
        m_expected.push_back({message, sentAt, 0});
    }
}

bool Confirmations::wantsPing() const
{
    return !m_expected.empty() && m_expected.back().ping == 0 && m_pings < maxPings;
}

void Confirmations::pinged(quint64 number)
{
    for (auto last = m_expected.rbegin(); last != m_expected.rend() && last->ping == 0; ++last) {
        last->ping = number;
    }
    ++m_pings;
}

std::vector<Confirmations::Expected> Confirmations::answered(quint64 number)
{
    std::vector<Expected> confirmed;
    quint64 lastPing = 0;
    while (!m_expected.empty() && m_expected.front().ping != 0 && m_expected.front().ping <= number) {
        m_pings -= m_expected.front().ping != std::exchange(lastPing, m_expected.front().ping) ? 1 : 0;
        confirmed.push_back(m_expected.front());
        m_expected.pop_front();
    }
    return confirmed;
}

std::vector<Confirmations::Expected> Confirmations::takeAll()
{
    m_pings = 0;
    const std::deque<Expected> all = std::exchange(m_expected, {});
    return {all.begin(), all.end()};
}

} // namespace signalbox::broker
