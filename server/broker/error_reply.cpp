// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/error_reply.h"

#include "server/broker/frame_capture.h"
#include "server/message/envelope_error.h"
#include "server/websocket/frame_encoder.h"

namespace signalbox::broker {

void replyWithError(WorkerContext& context, Session& session, const Error& error)
{
    const QByteArray answer = message::errorEnvelope(error);
    if (session.sendMessage(websocket::encodeFrame(websocket::Opcode::Text, answer)) ==
        transport::Connection::SendOutcome::Accepted) {
        recordSent(context, session, websocket::Opcode::Text, answer);
    } else {
        ++context.counters.deliveriesDropped;
    }
}

} // namespace signalbox::broker
