// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/send_schedule.h"

#include <algorithm>

namespace signalbox::ui {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds tick = 100ms; // of the progress that is shown
constexpr int maxInOneTurn = 20;     // then the window may breathe
constexpr std::chrono::seconds maxLate{1};

} // namespace

SendSchedule::SendSchedule(const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SendSchedule::advance);
}

void SendSchedule::start(const Plan& plan)
{
    m_plan = plan;
    m_plan.interval = std::max(m_plan.interval, milliseconds(1));
    m_done = 0;
    m_isRunning = true;
    advance();
}

void SendSchedule::cancel()
{
    if (m_isRunning) {
        end();
    }
}

void SendSchedule::end()
{
    m_isRunning = false;
    m_timer.stop();
    Q_EMIT changed();
    Q_EMIT finished();
}

milliseconds SendSchedule::untilNext() const
{
    const auto wait = m_done == 0 ? std::chrono::ceil<milliseconds>(m_plan.startAt - m_clock.wallNow())
                                  : std::chrono::ceil<milliseconds>(m_next - m_clock.steadyNow());
    return std::max(wait, milliseconds(0));
}

void SendSchedule::advance()
{
    for (int turn = 0; m_isRunning && turn < maxInOneTurn && untilNext() == 0ms; ++turn) {
        const SteadyTime now = m_clock.steadyNow();
        const SteadyTime planned = m_done == 0 ? now : m_next;
        m_next = std::max(planned + m_plan.interval, now - maxLate);
        ++m_done;
        const int number = m_done;
        if (m_done == m_plan.count) {
            Q_EMIT due(number);
            cancel();
            return;
        }
        Q_EMIT due(number);
    }
    if (m_isRunning) {
        m_timer.start(std::min(untilNext(), tick));
        Q_EMIT changed();
    }
}

} // namespace signalbox::ui
