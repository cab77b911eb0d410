// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/webhook/call.h"

#include <variant>

namespace signalbox::broker {

/// Everything that may be posted to the webhook thread.
namespace webhook_task {
struct Submit {
    webhook::Call call;
};
/// Posted by the hub when no worker submits any more; answered with hub_task::WebhookDrained.
struct Drain {
    SteadyTime deadline;
};
/// Whether a window wants to see the calls.
struct SetCapture {
    bool wanted = false;
};
} // namespace webhook_task

using WebhookTask = std::variant<webhook_task::Submit, webhook_task::Drain, webhook_task::SetCapture>;

} // namespace signalbox::broker
