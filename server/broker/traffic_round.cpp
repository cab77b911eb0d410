// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/traffic_round.h"

#include <utility>

namespace signalbox::broker {

TrafficRound::TrafficRound(size_t workers, std::function<void()> begin)
    : m_workers(workers)
    , m_begin(std::move(begin))
{
}

void TrafficRound::await(Then then)
{
    m_next.push_back(std::move(then));
    if (m_missing == 0) {
        beginNext();
    }
}

void TrafficRound::reported()
{
    if (--m_missing > 0) {
        return;
    }
    for (const Then& then : std::exchange(m_waiting, {})) {
        then();
    }
    if (!m_next.empty() && m_missing == 0) {
        beginNext();
    }
}

void TrafficRound::beginNext()
{
    m_waiting = std::exchange(m_next, {});
    m_missing = m_workers;
    m_begin();
}

} // namespace signalbox::broker
