// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/link_feed.h"

namespace signalbox::broker {

LinkFeed::LinkFeed(Mailbox<link::Event>& mailbox)
    : m_mailbox(mailbox)
{
}

void LinkFeed::attach(std::vector<link::ClientInfo> clients, std::vector<link::ClientEnd> recentEnds)
{
    m_attached = true;
    m_changed = {std::move(clients)};
    m_ended = {std::move(recentEnds)};
    m_traffic = {};
    flush();
}

void LinkFeed::detach()
{
    m_attached = false;
}

void LinkFeed::clientChanged(const link::ClientInfo& client)
{
    if (m_attached) {
        m_changed.clients.push_back(client);
    }
}

void LinkFeed::clientEnded(const link::ClientEnd& end)
{
    if (m_attached) {
        m_ended.ends.push_back(end);
    }
}

void LinkFeed::traffic(const std::vector<link::ClientTraffic>& traffic)
{
    if (m_attached) {
        m_traffic.traffic.insert(m_traffic.traffic.end(), traffic.begin(), traffic.end());
    }
}

void LinkFeed::post(link::Event event)
{
    flush(); // what happened before is told before
    m_mailbox.post(std::move(event));
}

void LinkFeed::flush()
{
    // A client never changes after it ended, so the order "changed, traffic, ended" tells a burst truly.
    if (!m_changed.clients.empty()) {
        m_mailbox.post(std::exchange(m_changed, {}));
    }
    if (!m_traffic.traffic.empty()) {
        m_mailbox.post(std::exchange(m_traffic, {}));
    }
    if (!m_ended.ends.empty()) {
        m_mailbox.post(std::exchange(m_ended, {}));
    }
}

} // namespace signalbox::broker
