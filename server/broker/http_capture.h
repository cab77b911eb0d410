// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/worker_context.h"
#include "server/transport/front.h"

namespace signalbox::broker {

/// What is known of a request beside its header, kept while it waits for its answer and capture is on.
struct HttpContent {
    QByteArray body;
    MessageId message; ///< that came with it
};

/// Both hand a request to capture, its credentials starred out. While capture is off each call is one branch.
/// `request` is null when it could not be read.

void captureRefused(WorkerContext& context, const http::HttpError& error, const http::Request* request,
                    const transport::FrontOwner::Exchange& exchange, const QByteArray& peer,
                    const HttpContent& content);
void captureAnswered(WorkerContext& context, int status, const http::Request& request,
                     const transport::FrontOwner::Exchange& exchange, const QByteArray& peer,
                     const HttpContent& content);

} // namespace signalbox::broker
