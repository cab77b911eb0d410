// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/link_feeds.h"

namespace signalbox::broker {

LinkFeeds::LinkFeeds(Post post)
    : m_post(std::move(post))
{
}

void LinkFeeds::attach(link::LinkId link, std::vector<link::ClientInfo> clients,
                       std::vector<link::ClientEnd> recentEnds)
{
    m_feeds.erase(link);
    m_feeds.emplace(std::piecewise_construct, std::forward_as_tuple(link),
                    std::forward_as_tuple([this, link](link::Event event) { m_post(link, std::move(event)); },
                                          std::move(clients), std::move(recentEnds)));
}

void LinkFeeds::detach(link::LinkId link)
{
    m_feeds.erase(link);
}

void LinkFeeds::clientChanged(const link::ClientInfo& client)
{
    for (auto& [link, feed] : m_feeds) {
        feed.clientChanged(client);
    }
}

void LinkFeeds::clientEnded(const link::ClientEnd& end)
{
    for (auto& [link, feed] : m_feeds) {
        feed.clientEnded(end);
    }
}

void LinkFeeds::traffic(const std::vector<link::ClientTraffic>& traffic)
{
    for (auto& [link, feed] : m_feeds) {
        feed.traffic(traffic);
    }
}

void LinkFeeds::tell(const link::Event& event)
{
    for (auto& [link, feed] : m_feeds) {
        feed.post(event);
    }
}

void LinkFeeds::tellProgram(const link::Event& event)
{
    tell(event);
    if (!m_feeds.contains({})) {
        m_post({}, event);
    }
}

void LinkFeeds::answer(link::CommandAnswer answer)
{
    const link::LinkId link = link::linkOf(answer.command);
    tell(link, std::move(answer));
}

void LinkFeeds::tell(link::LinkId link, link::Event event)
{
    const auto feed = m_feeds.find(link);
    if (feed != m_feeds.end()) {
        feed->second.post(std::move(event));
    } else {
        m_post(link, std::move(event));
    }
}

void LinkFeeds::flush()
{
    for (auto& [link, feed] : m_feeds) {
        feed.flush();
    }
}

} // namespace signalbox::broker
