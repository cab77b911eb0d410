// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"

#include <QtCore/QObject>

#include <optional>

namespace signalbox::webhook {

inline namespace circuit_breaker_enums {
Q_NAMESPACE
enum class CircuitState {
    Closed,   ///< calls are made
    Open,     ///< none is, until the pause is over
    HalfOpen, ///< one call is on its way and decides
};
Q_ENUM_NS(CircuitState)
} // namespace circuit_breaker_enums

/// Keeps calls from an application that does not take any: after some failures in a row it opens for a pause;
/// then one call tries, and its success closes it again.
///
/// Thread: any one; a value without a clock.
class CircuitBreaker final {
public:
    CircuitBreaker(int failures, std::chrono::milliseconds pause);

    [[nodiscard]] CircuitState state() const { return m_state; }
    /// Whether a call may be made now.
    [[nodiscard]] bool allows(SteadyTime now) const;
    /// When allows() will say yes; nothing while it does, or while a call decides.
    [[nodiscard]] std::optional<SteadyTime> opensUntil() const;

    void callBegins();
    /// Each tells whether the state changed between open and closed.
    bool callSucceeded();
    bool callFailed(SteadyTime now);

private:
    int m_failuresToOpen;
    std::chrono::milliseconds m_pause;
    CircuitState m_state = CircuitState::Closed;
    int m_failures = 0; ///< in a row
    SteadyTime m_openUntil;
};

} // namespace signalbox::webhook
