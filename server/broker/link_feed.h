// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/events.h"

#include <functional>
#include <vector>

namespace signalbox::broker {

/// Gathers what the hub has to tell one attached console about clients, so that a burst of them is one event:
/// flushed some 30 times a second.
///
/// Thread: hub. Owner: LinkFeeds.
class LinkFeed final {
public:
    using Sink = std::function<void(link::Event)>;

    /// Begins with those who are there, and those who were.
    LinkFeed(Sink sink, std::vector<link::ClientInfo> clients, std::vector<link::ClientEnd> recentEnds);

    /// It opened, or what is known of it changed.
    void clientChanged(const link::ClientInfo& client) { m_changed.clients.push_back(client); }
    void clientEnded(const link::ClientEnd& end) { m_ended.ends.push_back(end); }
    void traffic(const std::vector<link::ClientTraffic>& traffic);
    /// Passed on at once, behind what was gathered.
    void post(link::Event event);

    void flush();

private:
    Sink m_sink;
    link::ClientsChanged m_changed;
    link::ClientsEnded m_ended;
    link::TrafficMeasured m_traffic;
};

} // namespace signalbox::broker
