// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/testclients/test_client_pool.h"

#include <utility>

namespace signalbox::testclients {

namespace {

using namespace std::chrono_literals;

constexpr auto workInterval = 5ms;
constexpr int opensPerTurn = 4;
constexpr int closesPerTurn = 16;

} // namespace

TestClientPool::TestClientPool(Mailbox<PoolTask>& tasks, Mailbox<PoolReport>& reports)
    : m_tasks(tasks)
    , m_reports(reports)
{
    connect(&m_work, &QTimer::timeout, this, &TestClientPool::work);
    m_tasks.setReader([this](std::vector<PoolTask>&& burst) {
        for (PoolTask& task : burst) {
            std::visit([this](auto&& what) { carryOut(std::move(what)); }, std::move(task));
        }
    });
}

TestClientPool::~TestClientPool()
{
    m_tasks.setReader(nullptr);
    carryOut(pool_task::Abandon{});
}

void TestClientPool::carryOut(pool_task::Open&& task)
{
    for (TestClientProfile& profile : task.profiles) {
        m_waiting.push_back({task.broker, std::move(profile)});
    }
    m_work.start(workInterval);
}

void TestClientPool::carryOut(pool_task::CloseAll&& /*task*/)
{
    report(m_waiting.size());
    m_waiting.clear();
    m_closing = {m_clients.keyBegin(), m_clients.keyEnd()};
    m_work.start(workInterval);
}

void TestClientPool::carryOut(pool_task::Abandon&& /*task*/)
{
    m_work.stop();
    const QList<TestClient*> clients = m_clients.keys();
    const size_t ended = m_waiting.size() + static_cast<size_t>(clients.size());
    m_waiting.clear();
    m_closing.clear();
    m_clients.clear();
    m_connecting = 0;
    qDeleteAll(clients);
    report(ended);
}

void TestClientPool::work()
{
    for (int i = 0; i < closesPerTurn && !m_closing.empty(); ++i) {
        TestClient* const client = m_closing.front();
        m_closing.pop_front();
        client->close();
    }
    for (int i = 0; i < opensPerTurn && !m_waiting.empty() && m_connecting < maxConnecting; ++i) {
        openNext();
    }
    if (m_closing.empty() && m_waiting.empty()) {
        m_work.stop();
    }
}

void TestClientPool::openNext()
{
    Waiting& next = m_waiting.front();
    auto* const client = new TestClient(std::move(next.profile), std::move(next.broker), this);
    m_waiting.pop_front();
    m_clients.insert(client, true);
    ++m_connecting;
    connect(client, &TestClient::opened, this, [this, client] {
        if (std::exchange(m_clients[client], false)) {
            --m_connecting;
        }
    });
    connect(client, &TestClient::closed, this, [this, client] { clientEnded(*client); });
    client->open();
}

void TestClientPool::clientEnded(TestClient& client)
{
    if (m_clients.take(&client)) {
        --m_connecting;
    }
    std::erase(m_closing, &client);
    client.deleteLater();
    report(1);
}

void TestClientPool::report(size_t ended)
{
    if (ended > 0) {
        m_reports.post({static_cast<int>(ended)});
    }
}

} // namespace signalbox::testclients
