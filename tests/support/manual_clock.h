// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"

namespace signalbox::tests {

/// A clock that a test moves by hand. One thread.
class ManualClock final : public Clock {
public:
    [[nodiscard]] WallTime wallNow() const override { return m_wall; }
    [[nodiscard]] SteadyTime steadyNow() const override { return m_steady; }

    void advance(std::chrono::microseconds by)
    {
        m_wall += by;
        m_steady += by;
    }

private:
    WallTime m_wall{std::chrono::seconds(1'700'000'000)};
    SteadyTime m_steady{std::chrono::hours(1)};
};

} // namespace signalbox::tests
