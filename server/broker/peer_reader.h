// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/worker_context.h"
#include "server/http/access_policy.h"
#include "server/http/forwarding.h"
#include "server/transport/front.h"

namespace signalbox::broker {

/// Says who is at the other end of a front, behind a trusted proxy too.
///
/// Thread: its worker.
class PeerReader final {
public:
    explicit PeerReader(WorkerContext& context);

    [[nodiscard]] http::Peer peerOf(const transport::Front& front, const http::Request& request) const;
    /// Where a request came in, for AccessPolicy. Called once for each: counts what a proxy wrote wrongly.
    [[nodiscard]] http::LocalEndpoint arrival(const transport::Front& front, const http::Request& request);

private:
    WorkerContext& m_context;
    http::Forwarding m_forwarding;
};

} // namespace signalbox::broker
