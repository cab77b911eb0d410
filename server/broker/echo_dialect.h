// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/session.h"
#include "server/broker/worker_context.h"

namespace signalbox::broker {

/// /echo: returns every message as it came, text as text and binary as binary.
///
/// Thread: its worker.
class EchoDialect final : public Dialect {
public:
    explicit EchoDialect(WorkerContext& context);

    [[nodiscard]] QByteArray name() const override;
    void messageReceived(Session& session, const websocket::AssembledMessage& message,
                         const websocket::DecodedFrame& lastFrame) override;

private:
    WorkerContext& m_context;
};

} // namespace signalbox::broker
