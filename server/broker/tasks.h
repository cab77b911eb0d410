// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/hub_task.h"
#include "server/broker/services_task.h"
#include "server/broker/webhook_task.h"
#include "server/broker/worker_task.h"
#include "server/core/mailbox.h"
#include "server/core/random_token.h"
#include "server/link/events.h"
#include "server/recording/capture_task.h"

#include <memory>
#include <vector>

namespace signalbox::broker {

/// What the broker's threads share: their mailboxes, and the name of this run. Made before the threads,
/// destroyed after them; shared by reference.
struct Mailboxes {
    Mailbox<HubTask> hub;
    std::vector<std::unique_ptr<Mailbox<WorkerTask>>> workers;
    Mailbox<WebhookTask> webhook;   ///< read only where there is a webhook
    Mailbox<ServicesTask> services; ///< read only where there are services
    Mailbox<recording::CaptureTask> capture;
    Mailbox<link::Event> link; ///< read in the main thread
    /// Random: another one after a restart. Nothing is posted to it.
    const QByteArray run = randomToken();
};

} // namespace signalbox::broker
