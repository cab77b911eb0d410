// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/actor_thread.h"
#include "server/core/mailbox.h"
#include "server/core/result.h"
#include "server/link/broker_link.h"
#include "server/testclients/test_client_pool.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QUrl>

#include <vector>

namespace signalbox::testclients {

/// The test clients that the operator asks for: up to 500, which connect to the broker's own address in a
/// thread of their own, so that the window stays free whatever they do. They end when they are told to, when
/// the broker closes them, and when it stops; only one whose behaviour it is comes back.
///
/// Thread: main. Owner: the composition root.
class TestClients final : public QObject {
    Q_OBJECT

public:
    static constexpr int maxClients = 500;

    /// Hears from the link where the broker listens, and that it has stopped.
    explicit TestClients(link::BrokerLink& link);
    ~TestClients() override;

    /// ConnectTestClients and DisconnectTestClients, begun: the rest follows in the thread. Codes:
    /// test_clients.bad_count, .too_many, .bad_name, .bad_group, .bad_interval, .not_listening.
    [[nodiscard]] Result<void> carryOut(const link::Command& command);

    /// Those that wait to connect are counted too, and those that are about to end.
    [[nodiscard]] int count() const { return m_count; }
    /// Soon, without close frames: the program ends.
    void abandon();

private:
    [[nodiscard]] Result<void> connectClients(const link::ConnectTestClients& wanted);
    [[nodiscard]] Result<void> check(const link::ConnectTestClients& wanted) const;
    void disconnectClients();
    void eventsArrived(const std::vector<link::Event>& events);

    QUrl m_broker;
    QHash<QByteArray, int> m_lastNumber; ///< by name, so that a second batch goes on
    int m_count = 0;
    Mailbox<PoolReport> m_reports;
    Mailbox<PoolTask> m_tasks; ///< outlives the thread that reads it
    ActorThread m_thread;
};

} // namespace signalbox::testclients
