// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/services/call_times.h"

#include <algorithm>

namespace signalbox::services {

void CallTimes::setOn(bool on)
{
    m_on = on;
    if (!on) {
        m_times = {};
        m_next = 0;
    }
}

void CallTimes::store(std::chrono::microseconds took)
{
    if (m_times.size() < maxCalls) {
        m_times.push_back(took);
        return;
    }
    m_times[m_next] = took;
    m_next = (m_next + 1) % maxCalls;
}

std::chrono::microseconds CallTimes::median() const
{
    if (m_times.empty()) {
        return {};
    }
    std::vector<std::chrono::microseconds> times = m_times;
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

std::chrono::microseconds CallTimes::longest() const
{
    return m_times.empty() ? std::chrono::microseconds() : *std::max_element(m_times.begin(), m_times.end());
}

} // namespace signalbox::services
