// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/local_link.h"

#include <algorithm>
#include <tuple>

namespace signalbox::broker {

LocalLink::LocalLink(Mailboxes& mailboxes)
    : m_mailboxes(mailboxes)
    , m_requests(mailboxes, {}, {},
                 [&mailbox = mailboxes.link](link::Event event) { mailbox.post(std::move(event)); })
{
    m_mailboxes.link.setReader([this](std::vector<link::Event>&& events) { arrived(events); });
}

LocalLink::~LocalLink()
{
    m_mailboxes.link.setReader(nullptr);
}

void LocalLink::attach()
{
    std::ignore = m_requests.attach(true, {}); // only a filter could be wrong
}

void LocalLink::detach()
{
    m_requests.detach();
}

link::CommandId LocalLink::send(link::Command command)
{
    const link::CommandId id = ++m_lastCommand;
    m_requests.perform(id, std::move(command));
    return id;
}

void LocalLink::arrived(const std::vector<link::Event>& events)
{
    Q_EMIT eventsArrived(events);
    const auto batches = std::count_if(events.begin(), events.end(), [](const link::Event& event) {
        return std::holds_alternative<link::FramesCaptured>(event);
    });
    m_requests.takeConfirmation(static_cast<int>(batches));
}

} // namespace signalbox::broker
