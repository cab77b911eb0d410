// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/session.h"
#include "server/broker/worker_context.h"
#include "server/core/error.h"

namespace signalbox::broker {

/// Tells a client of the envelope dialect what was wrong with its message: a $error, for it alone.
void replyWithError(WorkerContext& context, Session& session, const Error& error);

} // namespace signalbox::broker
