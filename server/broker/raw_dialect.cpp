// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/raw_dialect.h"

#include "server/broker/frame_capture.h"

namespace signalbox::broker {

RawDialect::RawDialect(WorkerContext& context)
    : m_context(context)
{
}

QByteArray RawDialect::name() const
{
    return QByteArrayLiteral("raw");
}

std::optional<EncodedMessage> RawDialect::encode(const RoutedMessage& message) const
{
    return encodedWithoutEnvelope(message);
}

void RawDialect::messageReceived(Session& session, const websocket::AssembledMessage& message,
                                 const websocket::DecodedFrame& lastFrame)
{
    m_context.counters.messageCame(message.payload.size());
    ++m_context.counters.messagesIgnored;
    session.noteIgnored();
    recordReceived(m_context, session, lastFrame, message.fragment);
}

} // namespace signalbox::broker
