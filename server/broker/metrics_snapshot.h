// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/broker_status.h"
#include "server/broker/measurements.h"
#include "server/broker/xsockets_counts.h"
#include "server/core/end_reason.h"
#include "server/link/events.h"

#include <map>

namespace signalbox::broker {

/// Everything that /metrics tells, as the hub knows it at one moment.
struct MetricsSnapshot {
    link::Statistics sums;
    Measurements measured;
    BrokerState state = BrokerState::Starting;
    WallTime started{};
    qint64 groups = 0;
    qint64 connections = 0; ///< accepted and not ended, clients or not
    int maxClients = 0;
    int workers = 0;
    quint64 messagesIgnored = 0;
    quint64 tokensRefused = 0;
    XSocketsCounts xsockets;
    quint64 clientsOpened = 0;
    std::map<EndReason, quint64> clientsEnded;
};

} // namespace signalbox::broker
