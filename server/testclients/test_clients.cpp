// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/testclients/test_clients.h"

#include "server/core/name.h"

namespace signalbox::testclients {

namespace {

using namespace std::chrono_literals;

constexpr auto shortestInterval = 100ms;
constexpr auto longestInterval = 1h;

QByteArray numbered(const QByteArray& name, int number)
{
    return name + ' ' + QByteArray::number(number);
}

} // namespace

TestClients::TestClients(link::BrokerLink& link)
    : m_thread(QStringLiteral("test clients"),
               [this] { return std::make_shared<TestClientPool>(m_tasks, m_reports); })
{
    connect(&link, &link::BrokerLink::eventsArrived, this, &TestClients::eventsArrived);
    m_reports.setReader([this](std::vector<PoolReport>&& burst) {
        for (const PoolReport& report : burst) {
            m_count -= report.ended;
        }
    });
    m_tasks.moveToThread(&m_thread);
}

TestClients::~TestClients() = default;

Result<void> TestClients::carryOut(const link::Command& command)
{
    if (const auto* const wanted = std::get_if<link::ConnectTestClients>(&command)) {
        return connectClients(*wanted);
    }
    Q_ASSERT(std::holds_alternative<link::DisconnectTestClients>(command));
    disconnectClients();
    return {};
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
    pool_task::Open task{m_broker, {}};
    int& last = m_lastNumber[wanted.name];
    for (int i = 0; i < wanted.count; ++i) {
        task.profiles.push_back({nameText(numbered(wanted.name, ++last)), nameText(wanted.group),
                                 wanted.behaviour, wanted.interval});
    }
    m_count += wanted.count;
    if (!m_thread.isRunning()) { // a program that needs none has no thread for them
        m_thread.start();
    }
    m_tasks.post(std::move(task));
    return {};
}

void TestClients::disconnectClients()
{
    m_lastNumber.clear();
    m_tasks.post(pool_task::CloseAll{});
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

void TestClients::abandon()
{
    m_tasks.post(pool_task::Abandon{});
}

} // namespace signalbox::testclients
