// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/http_capture.h"

#include "server/http/bearer.h"

namespace signalbox::broker {

void captureRefused(WorkerContext& context, const http::HttpError& error, const http::Request* request,
                    const transport::FrontOwner::Exchange& exchange, const QByteArray& peer,
                    const HttpContent& content)
{
    if (!context.capture.isEnabled()) {
        return;
    }
    const QByteArray origin = request != nullptr ? request->header("Origin") : QByteArray();
    const QByteArray received = http::withoutCredentials(exchange.received) + content.body;
    recording::HttpExchange captured;
    captured.address = peer;
    captured.origin = origin;
    captured.status = static_cast<quint16>(error.status);
    captured.errorCode = error.code;
    captured.request = received;
    captured.response = exchange.sent;
    captured.bodyBytes = static_cast<quint64>(content.body.size());
    captured.took = exchange.took;
    context.capture.recordRefused(context.clock.wallNow(), captured);
}

void captureAnswered(WorkerContext& context, int status, const http::Request& request,
                     const transport::FrontOwner::Exchange& exchange, const QByteArray& peer,
                     const HttpContent& content)
{
    if (!context.capture.isEnabled()) {
        return;
    }
    const QByteArray origin = request.header("Origin");
    const QByteArray received = http::withoutCredentials(exchange.received) + content.body;
    recording::HttpExchange captured;
    captured.address = peer;
    captured.origin = origin;
    captured.status = static_cast<quint16>(status);
    captured.request = received;
    captured.response = exchange.sent;
    captured.bodyBytes = static_cast<quint64>(content.body.size());
    captured.took = exchange.took;
    captured.message = content.message;
    context.capture.recordAnswered(context.clock.wallNow(), captured);
}

} // namespace signalbox::broker
