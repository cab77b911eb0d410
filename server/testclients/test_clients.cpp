// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/testclients/test_clients.h"

#include "server/core/name.h"

namespace signalbox::testclients {

namespace {

using namespace std::chrono_literals;

constexpr auto workInterval = 5ms;
constexpr int opensPerTurn = 4;
constexpr int closesPerTurn = 16;
constexpr auto shortestInterval = 100ms;
constexpr auto longestInterval = 1h;

QByteArray numbered(const QByteArray& name, int number)
{
    return name + ' ' + QByteArray::number(number);
}

} // namespace

TestClients::TestClients(link::BrokerLink& link)
{
    connect(&link, &link::BrokerLink::eventsArrived, this, &TestClients::eventsArrived);
    connect(&m_work, &QTimer::timeout, this, &TestClients::work);
}

TestClients::~TestClients()
{
    abandon();
}

Result<void> TestClients::carryOut(const link::Command& command)
{
    if (const auto* const wanted = std::get_if<link::ConnectTestClients>(&command)) {
        return connectClients(*wanted);
    }
    Q_ASSERT(std::holds_alternative<link::DisconnectTestClients>(command));
    disconnectClients();
    return {};
}

int TestClients::count() const
{
    return static_cast<int>(m_clients.size()) + static_cast<int>(m_waiting.size());
}

Result<void> TestClients::check(const link::ConnectTestClients& wanted) const
{
    if (wanted.count < 1 || wanted.count > maxClients) {
        return Error{"test_clients.bad_count",
                     QStringLiteral("Between 1 and %1 test clients can be connected.").arg(maxClients)};
    }
    if (count() + wanted.count > maxClients) {
        return Error{
            "test_clients.too_many",
            QStringLiteral("There are %1 test clients; %2 can be at a time.").arg(count()).arg(maxClients)};
    }
    if (wanted.name.isEmpty() || nameFault(numbered(wanted.name, maxClients))) {
        return Error{
            "test_clients.bad_name",
            QStringLiteral("The name, with a number behind it, has to be the name of a user: 1 to %1 "
                           "bytes of UTF-8 without control characters.")
                .arg(maxNameBytes)};
    }
    if (!wanted.group.isEmpty() && nameFault(wanted.group)) {
        return Error{
            "test_clients.bad_group",
            QStringLiteral("The name of a group has 1 to %1 bytes of UTF-8 without control characters.")
                .arg(maxNameBytes)};
    }
    if (wanted.interval < shortestInterval || wanted.interval > longestInterval) {
        return Error{"test_clients.bad_interval", QStringLiteral("The interval is between 100 ms and 1 h.")};
    }
    if (m_broker.isEmpty()) {
        return Error{"test_clients.not_listening", QStringLiteral("The broker listens nowhere.")};
    }
    return {};
}

Result<void> TestClients::connectClients(const link::ConnectTestClients& wanted)
{
    const Result<void> may = check(wanted);
    if (!may) {
        return may;
    }
    int& last = m_lastNumber[wanted.name];
    for (int i = 0; i < wanted.count; ++i) {
        m_waiting.push_back({nameText(numbered(wanted.name, ++last)), nameText(wanted.group),
                             wanted.behaviour, wanted.interval});
    }
    m_work.start(workInterval);
    return {};
}

void TestClients::disconnectClients()
{
    m_waiting.clear();
    m_lastNumber.clear();
    m_closing = {m_clients.keyBegin(), m_clients.keyEnd()};
    m_work.start(workInterval);
}

void TestClients::eventsArrived(const std::vector<link::Event>& events)
{
    for (const link::Event& event : events) {
        if (const auto* const listeners = std::get_if<link::ListenersChanged>(&event)) {
            m_broker = QUrl(QString::fromLatin1(listeners->url));
        } else if (std::holds_alternative<link::BrokerStopped>(event)) {
            abandon();
        }
    }
}

void TestClients::work()
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

void TestClients::openNext()
{
    auto* const client = new TestClient(std::move(m_waiting.front()), m_broker, this);
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

void TestClients::clientEnded(TestClient& client)
{
    if (m_clients.take(&client)) {
        --m_connecting;
    }
    std::erase(m_closing, &client);
    client.deleteLater();
}

void TestClients::abandon()
{
    m_work.stop();
    m_waiting.clear();
    m_closing.clear();
    m_connecting = 0;
    const QList<TestClient*> clients = m_clients.keys();
    m_clients.clear();
    qDeleteAll(clients);
}

} // namespace signalbox::testclients
