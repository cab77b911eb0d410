// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/hub_task.h"
#include "server/recording/capture_writer.h"

namespace signalbox::broker {

/// Hands a call of the webhook to capture. The row names the URL without its query, which may hold a secret;
/// the request has it. While capture is off it is one branch.
void captureCall(recording::CaptureWriter& capture, WallTime time, const QByteArray& url,
                 const hub_task::WebhookCalled& called);

} // namespace signalbox::broker
