// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/link_feed.h"
#include "server/link/link_id.h"

#include <functional>
#include <map>
#include <vector>

namespace signalbox::broker {

/// Everybody whom the hub tells what happens: the window of this process, attached or not, and each console
/// that is attached from elsewhere. An answer goes to the link that sent the command.
///
/// Thread: hub.
class LinkFeeds final {
public:
    /// Carries an event to the far end of a link.
    using Post = std::function<void(link::LinkId link, link::Event event)>;

    explicit LinkFeeds(Post post);

    /// Begins with those who are there, and those who were.
    void attach(link::LinkId link, std::vector<link::ClientInfo> clients,
                std::vector<link::ClientEnd> recentEnds);
    void detach(link::LinkId link);
    [[nodiscard]] bool isAnyAttached() const { return !m_feeds.empty(); }

    void clientChanged(const link::ClientInfo& client);
    void clientEnded(const link::ClientEnd& end);
    void traffic(const std::vector<link::ClientTraffic>& traffic);
    /// To everybody who is attached.
    void tell(const link::Event& event);
    /// To the window of this process too when it is not attached: the program itself wants to know.
    void tellProgram(const link::Event& event);
    void answer(link::CommandAnswer answer);
    /// To one that has just attached.
    void tell(link::LinkId link, link::Event event);

    void flush();

private:
    const Post m_post;
    std::map<link::LinkId, LinkFeed> m_feeds;
};

} // namespace signalbox::broker
