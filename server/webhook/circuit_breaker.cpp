// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhook/circuit_breaker.h"

#include <utility>

namespace signalbox::webhook {

CircuitBreaker::CircuitBreaker(int failures, std::chrono::milliseconds pause)
    : m_failuresToOpen(failures)
    , m_pause(pause)
{
}

bool CircuitBreaker::allows(SteadyTime now) const
{
    return m_state == CircuitState::Closed || (m_state == CircuitState::Open && now >= m_openUntil);
}

std::optional<SteadyTime> CircuitBreaker::opensUntil() const
{
    return m_state == CircuitState::Open ? std::optional(m_openUntil) : std::nullopt;
}

void CircuitBreaker::callBegins()
{
    if (m_state == CircuitState::Open) {
        m_state = CircuitState::HalfOpen;
    }
}

bool CircuitBreaker::callSucceeded()
{
    m_failures = 0;
    return std::exchange(m_state, CircuitState::Closed) != CircuitState::Closed;
}

bool CircuitBreaker::callFailed(SteadyTime now)
{
    ++m_failures;
    if (m_state == CircuitState::Open) { // a call that began before it opened
        return false;
    }
    if (m_state == CircuitState::Closed && m_failures < m_failuresToOpen) {
        return false;
    }
    m_openUntil = now + m_pause;
    return std::exchange(m_state, CircuitState::Open) == CircuitState::Closed;
}

} // namespace signalbox::webhook
