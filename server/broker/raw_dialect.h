// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/session.h"
#include "server/broker/worker_context.h"

namespace signalbox::broker {

/// The raw dialect of Managed WebSocket (PRODUCT section 4): its clients get the message alone, a string
/// unescaped, anything else as its JSON, bytes as a binary frame. They may not send: what they do send is
/// shown and counted, and goes to nobody.
///
/// Thread: its worker.
class RawDialect final : public Dialect {
public:
    explicit RawDialect(WorkerContext& context);

    [[nodiscard]] QByteArray name() const override;
    [[nodiscard]] bool encodesAnew() const override { return true; }
    [[nodiscard]] std::optional<EncodedMessage> encode(const RoutedMessage& message) const override;
    void messageReceived(Session& session, const websocket::AssembledMessage& message,
                         const websocket::DecodedFrame& lastFrame) override;

private:
    WorkerContext& m_context;
};

} // namespace signalbox::broker
