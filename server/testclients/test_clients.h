// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"
#include "server/link/broker_link.h"
#include "server/testclients/test_client.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtCore/QUrl>

#include <deque>
#include <memory>
#include <vector>

namespace signalbox::testclients {

/// The test clients that the operator asks for: up to 500, which connect to the broker's own address a few at
/// a time, so that the window stays free. They end when they are told to, when the broker closes them, and
/// when it stops; only one whose behaviour it is comes back.
///
/// Thread: main. Owner: the composition root.
class TestClients final : public QObject {
    Q_OBJECT

public:
    static constexpr int maxClients = 500;
    static constexpr int maxConnecting = 16; ///< at a time

    /// Hears from the link where the broker listens, and that it has stopped.
    explicit TestClients(link::BrokerLink& link);
    ~TestClients() override;

    /// ConnectTestClients and DisconnectTestClients, begun: the rest follows from the event loop. Codes:
    /// test_clients.bad_count, .too_many, .bad_name, .bad_group, .bad_interval, .not_listening.
    [[nodiscard]] Result<void> carryOut(const link::Command& command);

    /// Those that wait to connect are counted too.
    [[nodiscard]] int count() const;
    [[nodiscard]] int connecting() const { return m_connecting; }
    /// At once, without close frames: the program ends.
    void abandon();

private:
    [[nodiscard]] Result<void> connectClients(const link::ConnectTestClients& wanted);
    [[nodiscard]] Result<void> check(const link::ConnectTestClients& wanted) const;
    void disconnectClients();
    void eventsArrived(const std::vector<link::Event>& events);
    void work();
    void openNext();
    void clientEnded(TestClient& client);

    QUrl m_broker;
    std::deque<TestClientProfile> m_waiting;
    std::deque<TestClient*> m_closing;   ///< of m_clients, not yet told
    QHash<TestClient*, bool> m_clients;  ///< children; true: its first connection is on the way
    QHash<QByteArray, int> m_lastNumber; ///< by name, so that a second batch goes on
    int m_connecting = 0;
    QTimer m_work;
};

} // namespace signalbox::testclients
