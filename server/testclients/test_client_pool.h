// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/mailbox.h"
#include "server/testclients/test_client.h"

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtCore/QUrl>

#include <deque>
#include <variant>
#include <vector>

namespace signalbox::testclients {

/// What the pool is told to do.
namespace pool_task {

struct Open {
    QUrl broker;
    std::vector<TestClientProfile> profiles;
};
/// With 1000, a few at a time; what waits to connect does not connect any more.
struct CloseAll {};
/// At once, without close frames.
struct Abandon {};

} // namespace pool_task

using PoolTask = std::variant<pool_task::Open, pool_task::CloseAll, pool_task::Abandon>;

/// So many of those that were to be opened exist no more.
struct PoolReport {
    int ended = 0;
};

/// The sockets of the test clients. It connects a few at a time, so that a broker that others use is not
/// held up either.
///
/// Thread: its own, for its life. Owner: TestClients.
class TestClientPool final : public QObject {
    Q_OBJECT

public:
    static constexpr int maxConnecting = 16; ///< at a time

    TestClientPool(Mailbox<PoolTask>& tasks, Mailbox<PoolReport>& reports);
    ~TestClientPool() override;

    [[nodiscard]] int connecting() const { return m_connecting; }

private:
    struct Waiting {
        QUrl broker;
        TestClientProfile profile;
    };

    void carryOut(pool_task::Open&& task);
    void carryOut(pool_task::CloseAll&& task);
    void carryOut(pool_task::Abandon&& task);
    void work();
    void openNext();
    void clientEnded(TestClient& client);
    void report(size_t ended);

    Mailbox<PoolTask>& m_tasks;
    Mailbox<PoolReport>& m_reports;
    std::deque<Waiting> m_waiting;
    std::deque<TestClient*> m_closing;  ///< of m_clients, not yet told
    QHash<TestClient*, bool> m_clients; ///< children; true: its first connection is on the way
    int m_connecting = 0;
    QTimer m_work;
};

} // namespace signalbox::testclients
