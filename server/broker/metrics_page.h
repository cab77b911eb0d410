// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/metrics_snapshot.h"
#include "server/http/response.h"

namespace signalbox::broker {

/// GET /metrics: the one place where the names of the metrics are. Every label value that can occur is there
/// from the start, so that a rate has its zero.
[[nodiscard]] http::Response metricsPage(const MetricsSnapshot& snapshot);

} // namespace signalbox::broker
