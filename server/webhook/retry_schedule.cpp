// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhook/retry_schedule.h"

#include <algorithm>

namespace signalbox::webhook {

RetrySchedule::RetrySchedule(Options options, Chance chance)
    : m_options(options)
    , m_chance(std::move(chance))
{
}

std::optional<std::chrono::milliseconds>
RetrySchedule::delayAfter(int attempts, std::optional<std::chrono::milliseconds> wanted) const
{
    if (attempts > m_options.retries) {
        return std::nullopt;
    }
    std::chrono::milliseconds full = m_options.firstDelay;
    for (int i = 1; i < attempts && full < m_options.maxDelay; ++i) {
        full *= 2;
    }
    full = std::min(full, m_options.maxDelay);
    const auto half = full / 2;
    const auto share = static_cast<double>((full - half).count()) * m_chance();
    const auto delay = half + std::chrono::milliseconds(static_cast<std::chrono::milliseconds::rep>(share));
    return std::max(delay, std::min(wanted.value_or(delay), m_options.maxDelay));
}

} // namespace signalbox::webhook
