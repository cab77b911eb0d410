// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/statistics_history.h"

namespace signalbox::ui {

using namespace std::chrono_literals;
using link::Statistics;

namespace {

/// A broker that was started anew counts from zero.
bool goesBack(const Statistics& before, const Statistics& now)
{
    return now.time <= before.time || now.messagesReceived < before.messagesReceived ||
           now.deliveries < before.deliveries || now.bytesReceived < before.bytesReceived ||
           now.bytesSent < before.bytesSent;
}

} // namespace

StatisticsHistory::StatisticsHistory()
    : m_rings{HistoryRing(1s, 600), HistoryRing(10s, 2'160), HistoryRing(2min, 5'040)}
{
}

void StatisticsHistory::add(const Statistics& now)
{
    if (m_last && !goesBack(*m_last, now) && now.time - m_last->time <= longestSilence) {
        const Statistics& before = *m_last;
        const double seconds = std::chrono::duration<double>(now.time - before.time).count();
        const quint64 messages =
            now.messagesReceived - before.messagesReceived + now.deliveries - before.deliveries;
        const quint64 bytes = now.bytesReceived - before.bytesReceived + now.bytesSent - before.bytesSent;
        const HistoryPoint point{static_cast<double>(now.clients), static_cast<double>(messages) / seconds,
                                 static_cast<double>(bytes) / seconds, static_cast<double>(now.queuedBytes)};
        for (HistoryRing& ring : m_rings) {
            ring.add(before.time, now.time, point);
        }
    }
    m_last = now;
}

} // namespace signalbox::ui
