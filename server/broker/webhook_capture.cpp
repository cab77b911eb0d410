// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/webhook_capture.h"

namespace signalbox::broker {

void captureCall(recording::CaptureWriter& capture, WallTime time, const QByteArray& url,
                 const hub_task::WebhookCalled& called)
{
    if (!capture.isEnabled()) {
        return;
    }
    const webhook::CallRecord& record = called.record;
    recording::ApplicationCall call;
    call.url = QByteArrayView(url).first(url.contains('?') ? url.indexOf('?') : url.size());
    call.message = record.call.message;
    call.client = record.call.client;
    call.user = record.call.user.bytes();
    call.status = static_cast<quint16>(record.answer.status);
    call.errorCode = record.error ? QByteArrayView(record.error->code) : QByteArrayView();
    call.request = called.request;
    call.response = record.answer.received;
    call.bodyBytes = static_cast<quint64>(record.call.body.size());
    call.took = record.took;
    call.attempt = static_cast<quint8>(record.call.attempts);
    call.isTriedAgain = record.outcome == webhook::CallRecord::Outcome::Retried;
    capture.recordCalled(time, call);
}

} // namespace signalbox::broker
