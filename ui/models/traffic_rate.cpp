// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/traffic_rate.h"

namespace signalbox::ui {

namespace {

using namespace std::chrono_literals;

double perSecond(quint64 count, std::chrono::nanoseconds time)
{
    return static_cast<double>(count) / std::chrono::duration<double>(time).count();
}

} // namespace

void TrafficRate::add(const link::Statistics& statistics)
{
    if (!m_recent.empty() && statistics.time < m_recent.back().time) { // the system's clock was set back
        m_recent.clear();
        m_lastInHistory.reset();
    }
    m_recent.push_back(statistics);
    while (m_recent.size() > 2 && statistics.time - m_recent[1].time >= averaged) {
        m_recent.pop_front();
    }
    const link::Statistics& first = m_recent.front();
    if (const auto time = statistics.time - first.time; time > 0s) {
        m_received = perSecond(statistics.messagesReceived - first.messagesReceived, time);
        m_delivered = perSecond(statistics.deliveries - first.deliveries, time);
    }
    addToHistory(statistics);
}

void TrafficRate::addToHistory(const link::Statistics& statistics)
{
    if (!m_lastInHistory) {
        m_lastInHistory = statistics;
        return;
    }
    const link::Statistics& last = *m_lastInHistory;
    const auto time = statistics.time - last.time;
    if (time < 1s) {
        return;
    }
    m_history.push_back(perSecond(
        statistics.messagesReceived - last.messagesReceived + statistics.deliveries - last.deliveries, time));
    if (m_history.size() > historyLength) {
        m_history.pop_front();
    }
    m_lastInHistory = statistics;
}

} // namespace signalbox::ui
