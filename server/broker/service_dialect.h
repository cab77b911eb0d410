// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/session.h"
#include "server/broker/worker_context.h"
#include "server/http/request.h"
#include "server/services/script_values.h"

namespace signalbox::broker {

/// Which service a client is of, and with what request it came.
struct ServiceClient final : DialectState {
    QByteArray service;
    services::ScriptRequest request;
};

[[nodiscard]] std::shared_ptr<ServiceClient> makeServiceClient(const QByteArray& service,
                                                               const http::Request& handshake);
/// As a script may read it: credentials are left out.
[[nodiscard]] services::ScriptRequest scriptRequest(const http::Request& request);

/// The clients of services (PRODUCT section 5): what they send, their script hears; what is sent to them,
/// they get as it is, and the message alone of what is an envelope.
///
/// Thread: its worker.
class ServiceDialect final : public Dialect {
public:
    explicit ServiceDialect(WorkerContext& context);

    [[nodiscard]] QByteArray name() const override;
    [[nodiscard]] bool encodesAnew() const override { return true; }
    [[nodiscard]] std::optional<EncodedMessage> encode(const RoutedMessage& message) const override;
    void opened(Session& session) override;
    void messageReceived(Session& session, const websocket::AssembledMessage& message,
                         const websocket::DecodedFrame& lastFrame) override;
    void pongReceived(Session& session, QByteArrayView payload) override;
    void groupLeft(Session& session, const GroupName& group) override;
    void ended(Session& session, const transport::ConnectionEnd& end) override;

private:
    WorkerContext& m_context;
};

} // namespace signalbox::broker
