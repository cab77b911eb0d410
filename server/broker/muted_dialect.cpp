// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/muted_dialect.h"

#include "server/broker/error_reply.h"
#include "server/broker/frame_capture.h"

namespace signalbox::broker {

namespace {

constexpr std::chrono::seconds replyInterval{1};

} // namespace

MutedDialect::MutedDialect(WorkerContext& context)
    : m_context(context)
{
}

QByteArray MutedDialect::name() const
{
    return QByteArrayLiteral("muted");
}

void MutedDialect::messageReceived(Session& session, const websocket::AssembledMessage& message,
                                   const websocket::DecodedFrame& lastFrame)
{
    m_context.counters.messageCame(message.payload.size());
    recordReceived(m_context, session, lastFrame, message.fragment);
    if (session.mayHearOfMute(m_context.clock.steadyNow(), replyInterval)) {
        replyWithError(m_context, session,
                       {"client.muted", QStringLiteral("The operator has muted this client: its messages go "
                                                       "to nobody for now.")});
    }
}

} // namespace signalbox::broker
