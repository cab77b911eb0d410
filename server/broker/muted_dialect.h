// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/session.h"
#include "server/broker/worker_context.h"

namespace signalbox::broker {

/// Stands in for the dialect of a client that the operator has muted: what it sends is counted and shown, and
/// goes to nobody. A client whose dialect has errors is told so, once a second at most.
///
/// Thread: its worker.
class MutedDialect final : public Dialect {
public:
    explicit MutedDialect(WorkerContext& context);

    [[nodiscard]] QByteArray name() const override;
    void messageReceived(Session& session, const websocket::AssembledMessage& message,
                         const websocket::DecodedFrame& lastFrame) override;

private:
    WorkerContext& m_context;
};

} // namespace signalbox::broker
