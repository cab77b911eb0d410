// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <vector>

namespace signalbox::services {

/// How long the last calls of a service took. Takes nothing until it is switched on: nobody looks then.
///
/// A value. Limits: the last maxCalls.
class CallTimes final {
public:
    static constexpr std::size_t maxCalls = 256;

    /// Off: what it knows is forgotten.
    void setOn(bool on);
    void add(std::chrono::microseconds took)
    {
        if (m_on) {
            store(took);
        }
    }

    [[nodiscard]] int count() const { return static_cast<int>(m_times.size()); }
    /// Zero without any.
    [[nodiscard]] std::chrono::microseconds median() const;
    [[nodiscard]] std::chrono::microseconds longest() const;

private:
    void store(std::chrono::microseconds took);

    std::vector<std::chrono::microseconds> m_times; ///< a ring, once it is full
    std::size_t m_next = 0;
    bool m_on = false;
};

} // namespace signalbox::services
