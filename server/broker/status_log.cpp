// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/status_log.h"

#include "server/broker/log_lines.h"

namespace signalbox::broker {

StatusLog::StatusLog(std::chrono::milliseconds interval, SteadyTime now)
    : m_interval(interval)
    , m_last(now)
{
}

void StatusLog::tick(SteadyTime now, const link::Statistics& statistics)
{
    if (m_interval.count() == 0 || now - m_last < m_interval) {
        return;
    }
    const link::Statistics& last = m_lastStatistics;
    qCInfo(logBroker).noquote() << QStringLiteral(
                                       "%1 clients; since the last line %2 messages in, %3 deliveries, "
                                       "%4 dropped, %5 refused; %6 KiB queued, %7 MiB resident")
                                       .arg(statistics.clients)
                                       .arg(statistics.messagesReceived - last.messagesReceived)
                                       .arg(statistics.deliveries - last.deliveries)
                                       .arg(statistics.deliveriesDropped - last.deliveriesDropped)
                                       .arg(statistics.handshakesRefused + statistics.requestsRefused +
                                            statistics.messagesRefused - last.handshakesRefused -
                                            last.requestsRefused - last.messagesRefused)
                                       .arg(statistics.queuedBytes / 1024)
                                       .arg(statistics.residentBytes / (1024 * 1024));
    link::Statistics since;
    since.webhookTaken = statistics.webhookTaken - last.webhookTaken;
    since.webhookFailed = statistics.webhookFailed - last.webhookFailed;
    since.webhookRefused = statistics.webhookRefused - last.webhookRefused;
    if (const QString webhook = webhookSums(since); !webhook.isEmpty()) {
        qCInfo(logBroker).noquote() << webhook;
    }
    m_last = now;
    m_lastStatistics = statistics;
}

} // namespace signalbox::broker
