// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/session.h"
#include "server/broker/worker_context.h"

namespace signalbox::broker {

/// Hands frames of a session to capture: headers as the decoder or the encoder has them, never parsed again.
/// While capture is off each call is one branch.

recording::PayloadRef recordReceived(WorkerContext& context, const Session& session,
                                     const websocket::DecodedFrame& frame, quint32 fragment,
                                     recording::FrameMessage message = {});
/// A frame that the broker made for this client alone: a control frame, an echo, an error.
void recordSent(WorkerContext& context, const Session& session, websocket::Opcode opcode,
                QByteArrayView payload);
/// The same of a frame as it was translated.
void recordLeft(WorkerContext& context, const Session& session, websocket::Opcode opcode,
                QByteArrayView payload);

} // namespace signalbox::broker
