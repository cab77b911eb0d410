// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/link_feed.h"

namespace signalbox::broker {

LinkFeed::LinkFeed(Sink sink, std::vector<link::ClientInfo> clients, std::vector<link::ClientEnd> recentEnds)
    : m_sink(std::move(sink))
    , m_changed{std::move(clients)}
    , m_ended{std::move(recentEnds)}
{
    flush();
}

void LinkFeed::traffic(const std::vector<link::ClientTraffic>& traffic)
{
    m_traffic.traffic.insert(m_traffic.traffic.end(), traffic.begin(), traffic.end());
}

void LinkFeed::post(link::Event event)
{
    flush(); // what happened before is told before
    m_sink(std::move(event));
}

void LinkFeed::flush()
{
    // A client never changes after it ended, so the order "changed, traffic, ended" tells a burst truly.
    if (!m_changed.clients.empty()) {
        m_sink(std::exchange(m_changed, {}));
    }
    if (!m_traffic.traffic.empty()) {
        m_sink(std::exchange(m_traffic, {}));
    }
    if (!m_ended.ends.empty()) {
        m_sink(std::exchange(m_ended, {}));
    }
}

} // namespace signalbox::broker
