// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/echo_dialect.h"

#include "server/broker/frame_capture.h"
#include "server/websocket/frame_encoder.h"

namespace signalbox::broker {

EchoDialect::EchoDialect(WorkerContext& context)
    : m_context(context)
{
}

QByteArray EchoDialect::name() const
{
    return QByteArrayLiteral("echo");
}

void EchoDialect::messageReceived(Session& session, const websocket::AssembledMessage& message,
                                  const websocket::DecodedFrame& lastFrame)
{
    m_context.counters.messageCame(message.payload.size());
    recordReceived(m_context, session, lastFrame, message.fragment);
    if (session.sendMessage(websocket::encodeFrame(message.opcode, message.payload)) ==
        transport::Connection::SendOutcome::Accepted) {
        ++m_context.counters.deliveries;
        recordSent(m_context, session, message.opcode, message.payload);
    } else {
        ++m_context.counters.deliveriesDropped;
    }
}

} // namespace signalbox::broker
