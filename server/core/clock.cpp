// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/clock.h"

namespace signalbox {

WallTime SystemClock::wallNow() const
{
    return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
}

SteadyTime SystemClock::steadyNow() const
{
    return std::chrono::steady_clock::now();
}

} // namespace signalbox
