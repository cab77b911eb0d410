// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/dispatcher.h"
#include "server/broker/hub_task.h"
#include "server/recording/capture_writer.h"

namespace signalbox::broker {

/// Carries out what services ask for, in the order that they asked: sends messages, has the workers act on
/// clients and groups. Its messages are Push rows in the frames list.
///
/// Thread: hub.
class ServiceDesk final {
public:
    ServiceDesk(const Clock& clock, Mailboxes& mailboxes, Dispatcher& dispatcher,
                recording::CaptureWriter& capture);

    void send(const hub_task::ServiceSend& send);
    void carryOut(const hub_task::ServiceAct& act);

private:
    const Clock& m_clock;
    Mailboxes& m_mailboxes;
    Dispatcher& m_dispatcher;
    recording::CaptureWriter& m_capture;
};

} // namespace signalbox::broker
