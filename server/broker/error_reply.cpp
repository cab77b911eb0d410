// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/error_reply.h"

#include "server/broker/frame_capture.h"
#include "server/websocket/frame_encoder.h"

namespace signalbox::broker {

void replyWithError(WorkerContext& context, Session& session, const Error& error)
{
    if (const std::optional<QByteArray> answer = session.dialect().errorText(error)) {
        reply(context, session, *answer);
    }
}

void reply(WorkerContext& context, Session& session, const QByteArray& text)
{
    if (session.sendMessage(websocket::encodeFrame(websocket::Opcode::Text, text)) ==
        transport::Connection::SendOutcome::Accepted) {
        recordSent(context, session, websocket::Opcode::Text, text);
    } else {
        ++context.counters.deliveriesDropped;
    }
}

} // namespace signalbox::broker
