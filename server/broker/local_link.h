// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/link_requests.h"
#include "server/link/broker_link.h"

namespace signalbox::broker {

/// The near end of the link: a broker in this process.
///
/// Thread: main. Owner: Broker.
class LocalLink final : public link::BrokerLink {
    Q_OBJECT

public:
    explicit LocalLink(Mailboxes& mailboxes);
    ~LocalLink() override;

    /// Carries them out in this thread; without one they are not supported.
    void setTestClients(LinkRequests::TestClientHandler handler)
    {
        m_requests.setTestClients(std::move(handler));
    }

    void attach() override;
    void detach() override;
    link::CommandId send(link::Command command) override;

private:
    void arrived(const std::vector<link::Event>& events);

    Mailboxes& m_mailboxes;
    LinkRequests m_requests;
    link::CommandId m_lastCommand = 0;
};

} // namespace signalbox::broker
