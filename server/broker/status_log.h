// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/link/events.h"

namespace signalbox::broker {

/// The status line of a headless broker: how many clients and how much went through since the last line.
///
/// Thread: hub.
class StatusLog final {
public:
    /// `interval` 0: no lines.
    StatusLog(std::chrono::milliseconds interval, SteadyTime now);

    void tick(SteadyTime now, const link::Statistics& statistics);

private:
    std::chrono::milliseconds m_interval;
    SteadyTime m_last;
    link::Statistics m_lastStatistics;
};

} // namespace signalbox::broker
