// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/tasks.h"
#include "server/core/result.h"
#include "server/link/broker_link.h"
#include "server/recording/capture_task.h"

#include <functional>

namespace signalbox::broker {

/// The near end of the link: a broker in this process.
///
/// Thread: main. Owner: Broker.
class LocalLink final : public link::BrokerLink {
    Q_OBJECT

public:
    explicit LocalLink(Mailboxes& mailboxes);
    ~LocalLink() override;

    /// Carries out ConnectTestClients and DisconnectTestClients in this thread; without one they are not
    /// supported.
    using TestClientHandler = std::function<Result<void>(const link::Command& command)>;
    void setTestClients(TestClientHandler handler) { m_testClients = std::move(handler); }

    void attach() override;
    void detach() override;
    link::CommandId send(link::Command command) override;

private:
    void sendToCapture(link::CommandId id, const link::Command& command);
    [[nodiscard]] Result<void> handleTestClients(const link::Command& command) const;
    void arrived(const std::vector<link::Event>& events);

    Mailboxes& m_mailboxes;
    TestClientHandler m_testClients;
    link::CommandId m_lastCommand = 0;
    bool m_attached = false;
};

} // namespace signalbox::broker
