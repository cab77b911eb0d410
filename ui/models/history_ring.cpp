// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/history_ring.h"

#include <algorithm>
#include <limits>

namespace signalbox::ui {

namespace {

/// Steps: clocks are set right by a little all the time.
constexpr qint64 tolerance = 5;

} // namespace

HistoryRing::HistoryRing(std::chrono::seconds step, size_t capacity)
    : m_step(step)
    , m_slots(capacity)
{
}

qint64 HistoryRing::stepOf(WallTime time) const
{
    return std::chrono::floor<std::chrono::seconds>(time.time_since_epoch()).count() / m_step.count();
}

HistoryRing::Slot& HistoryRing::slot(qint64 step)
{
    return m_slots[static_cast<size_t>(step) % m_slots.size()];
}

void HistoryRing::advance(qint64 step)
{
    const auto capacity = static_cast<qint64>(m_slots.size());
    if (m_size == 0 || step < m_newest - capacity + 1) {
        m_size = 1;
        slot(step) = {};
    } else if (step > m_newest) {
        const qint64 skipped = std::min(step - m_newest, capacity);
        for (qint64 passed = step - skipped + 1; passed <= step; ++passed) {
            slot(passed) = {};
        }
        m_size = static_cast<size_t>(std::min(static_cast<qint64>(m_size) + step - m_newest, capacity));
    } else {
        return;
    }
    m_newest = step;
}

void HistoryRing::add(WallTime from, WallTime to, const HistoryPoint& point)
{
    if (to <= from) {
        return;
    }
    if (m_size > 0 && stepOf(to) < m_newest - tolerance) {
        m_size = 0;
    }
    const qint64 last = stepOf(to);
    const qint64 first = std::max(stepOf(from), last - static_cast<qint64>(m_slots.size()) + 1);
    for (qint64 step = first; step <= last; ++step) {
        const WallTime begin(m_step * step);
        const std::chrono::duration<double> measured = std::min(to, begin + m_step) - std::max(from, begin);
        const double seconds = measured.count();
        if (seconds <= 0.0) { // it ends where this step begins
            continue;
        }
        advance(step);
        Slot& into = slot(step);
        into.sum.clients += point.clients * seconds;
        into.sum.messages += point.messages * seconds;
        into.sum.bytes += point.bytes * seconds;
        into.sum.queue += point.queue * seconds;
        into.seconds += seconds;
    }
}

HistoryPoint HistoryRing::at(size_t position) const
{
    const auto step = static_cast<size_t>(m_newest) - (m_size - 1 - position);
    const Slot& found = m_slots[step % m_slots.size()];
    if (found.seconds <= 0.0) {
        constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
        return {nothing, nothing, nothing, nothing};
    }
    return {found.sum.clients / found.seconds, found.sum.messages / found.seconds,
            found.sum.bytes / found.seconds, found.sum.queue / found.seconds};
}

WallTime HistoryRing::timeOf(size_t position) const
{
    const qint64 step = m_newest - static_cast<qint64>(m_size - 1 - position);
    return WallTime(m_step * step);
}

} // namespace signalbox::ui
