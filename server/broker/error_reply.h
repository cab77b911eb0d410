// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/session.h"
#include "server/broker/worker_context.h"
#include "server/core/error.h"

namespace signalbox::broker {

/// Tells a client what was wrong with its message, in its dialect: in that of envelopes by a $error. Nothing
/// happens where the dialect has no errors.
void replyWithError(WorkerContext& context, Session& session, const Error& error);
/// A text message for this client alone.
void reply(WorkerContext& context, Session& session, const QByteArray& text);

} // namespace signalbox::broker
