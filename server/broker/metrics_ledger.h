// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/metrics_snapshot.h"
#include "server/broker/worker_counters.h"
#include "server/webhook/call_record.h"

#include <vector>

namespace signalbox::broker {

/// What the hub counts for /metrics itself, beside what the workers report.
///
/// Thread: hub.
class MetricsLedger final {
public:
    explicit MetricsLedger(WallTime started);

    void clientOpened();
    void clientEnded(EndReason reason);
    void webhookCalled(const webhook::CallRecord& record);

    /// With everything filled in that the ledger and these workers' counters know.
    [[nodiscard]] MetricsSnapshot snapshot(const std::vector<WorkerCounters>& workers) const;

private:
    MetricsSnapshot m_known;
};

} // namespace signalbox::broker
