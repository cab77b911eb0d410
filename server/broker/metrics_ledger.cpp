// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/metrics_ledger.h"

namespace signalbox::broker {

MetricsLedger::MetricsLedger(WallTime started)
{
    m_known.started = started;
}

void MetricsLedger::clientOpened()
{
    ++m_known.clientsOpened;
}

void MetricsLedger::clientEnded(EndReason reason)
{
    ++m_known.clientsEnded[reason];
}

void MetricsLedger::webhookCalled(const webhook::CallRecord& record)
{
    const bool isLast = record.outcome != webhook::CallRecord::Outcome::Retried;
    if (record.answer.status != 0 && isLast) {
        m_known.measured.webhookDuration.observe(microsecondsOf(record.took));
    }
}

MetricsSnapshot MetricsLedger::snapshot(const std::vector<WorkerCounters>& workers) const
{
    MetricsSnapshot snapshot = m_known;
    snapshot.workers = static_cast<int>(workers.size());
    for (const WorkerCounters& worker : workers) {
        snapshot.measured.add(worker.measured);
        snapshot.messagesIgnored += worker.messagesIgnored;
        snapshot.tokensRefused += worker.tokensRefused;
        snapshot.xsockets.add(worker.xsockets);
    }
    return snapshot;
}

} // namespace signalbox::broker
