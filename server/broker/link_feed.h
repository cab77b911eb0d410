// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/tasks.h"
#include "server/link/events.h"

#include <vector>

namespace signalbox::broker {

/// Gathers what the hub has to tell the window, so that a burst of clients is one event: flushed some 30
/// times a second. While nobody is attached only what concerns the program itself goes out: listeners and the
/// end.
///
/// Thread: hub.
class LinkFeed final {
public:
    explicit LinkFeed(Mailbox<link::Event>& mailbox);

    /// Begins with those who are there, and those who were.
    void attach(std::vector<link::ClientInfo> clients, std::vector<link::ClientEnd> recentEnds);
    void detach();
    [[nodiscard]] bool isAttached() const { return m_attached; }

    /// It opened, or what is known of it changed.
    void clientChanged(const link::ClientInfo& client);
    void clientEnded(const link::ClientEnd& end);
    void traffic(const std::vector<link::ClientTraffic>& traffic);
    /// Passed on at once, whether a window is attached or not.
    void post(link::Event event);

    void flush();

private:
    Mailbox<link::Event>& m_mailbox;
    bool m_attached = false;
    link::ClientsChanged m_changed;
    link::ClientsEnded m_ended;
    link::TrafficMeasured m_traffic;
};

} // namespace signalbox::broker
