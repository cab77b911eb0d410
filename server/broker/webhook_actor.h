// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/tasks.h"
#include "server/settings/settings.h"
#include "server/webhook/sender.h"

#include <optional>
#include <vector>

namespace signalbox::broker {

/// The webhook thread's end of the mailboxes: takes calls from the workers, tells the client of one that
/// failed, the hub what became of each, and the log.
///
/// Thread: webhook. Made and destroyed there.
class WebhookActor final {
public:
    WebhookActor(const Settings& settings, const Clock& clock, Mailboxes& mailboxes);
    ~WebhookActor();
    Q_DISABLE_COPY_MOVE(WebhookActor)

private:
    void handle(std::vector<WebhookTask>&& tasks);
    void ended(const webhook::CallRecord& record);
    void tellHub(const webhook::CallRecord& record);
    void noRoom(const webhook::CallRecord& record);
    void circuitChanged(bool open) const;

    const Settings& m_settings;
    const Clock& m_clock;
    Mailboxes& m_mailboxes;
    std::optional<SteadyTime> m_lastNoRoomLine;
    int m_noRoom = 0; ///< calls refused since that line
    bool m_captures = false;
    webhook::Sender m_sender;
};

} // namespace signalbox::broker
