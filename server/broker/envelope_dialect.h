// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/message_intake.h"
#include "server/broker/session.h"
#include "server/broker/worker_context.h"

namespace signalbox::broker {

/// The envelope dialect (PRODUCT section 3): each text message is an envelope that is routed; anything else
/// is answered with a $error and the connection stays.
///
/// Thread: its worker.
class EnvelopeDialect final : public Dialect {
public:
    EnvelopeDialect(WorkerContext& context, MessageIntake& intake);

    [[nodiscard]] QByteArray name() const override;
    [[nodiscard]] std::optional<QByteArray> errorText(const Error& error) const override;
    void messageReceived(Session& session, const websocket::AssembledMessage& message,
                         const websocket::DecodedFrame& lastFrame) override;

private:
    void route(Session& session, MessageIntake::Accepted&& accepted,
               const websocket::AssembledMessage& message, const websocket::DecodedFrame& lastFrame);
    void callWebhook(const Session& session, MessageId id, QByteArrayView envelope);
    void refuse(Session& session, const Error& error, const websocket::AssembledMessage& message,
                const websocket::DecodedFrame& lastFrame);

    WorkerContext& m_context;
    MessageIntake& m_intake;
};

} // namespace signalbox::broker
