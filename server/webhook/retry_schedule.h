// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <optional>

namespace signalbox::webhook {

/// When a call that failed is tried again: a delay that doubles with each attempt, of which chance takes up
/// to half, so that clients that failed together do not come back together.
///
/// Thread: any one; a value without a clock.
class RetrySchedule final {
public:
    struct Options {
        int retries = 0;
        std::chrono::milliseconds firstDelay{};
        std::chrono::milliseconds maxDelay{};
    };
    /// Gives numbers from 0 up to, but not including, 1.
    using Chance = std::function<double()>;

    RetrySchedule(Options options, Chance chance);

    /// How long to wait after attempt number `attempts` (1 is the first); nothing: give up. `wanted` is what
    /// the application asks for: it lengthens the delay, up to the longest.
    [[nodiscard]] std::optional<std::chrono::milliseconds>
    delayAfter(int attempts, std::optional<std::chrono::milliseconds> wanted = {}) const;

private:
    Options m_options;
    Chance m_chance;
};

} // namespace signalbox::webhook
