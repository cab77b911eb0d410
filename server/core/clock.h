// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace signalbox {

/// Time of day, for people: microseconds since 1970, UTC.
using WallTime = std::chrono::sys_time<std::chrono::microseconds>;
/// Time that never goes back, for deadlines.
using SteadyTime = std::chrono::steady_clock::time_point;

/// Where a class gets the time from, so that a test can hand it a ManualClock. Any thread.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual WallTime wallNow() const = 0;
    [[nodiscard]] virtual SteadyTime steadyNow() const = 0;
};

/// The clock of the system.
class SystemClock final : public Clock {
public:
    [[nodiscard]] WallTime wallNow() const override;
    [[nodiscard]] SteadyTime steadyNow() const override;
};

} // namespace signalbox
