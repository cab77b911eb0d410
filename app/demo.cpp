// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

namespace signalbox::app {

using namespace std::chrono_literals;

namespace {

constexpr auto broadcastInterval = 5s;
constexpr auto onceTimeout = 10s;
/// More than the system keeps for a client that does not read, so that its queue is seen to grow and to
/// shrink.
constexpr auto feedInterval = 1s;
constexpr int feedBytes = 64 * 1024;

} // namespace

Demo::Demo(link::BrokerLink& link, Mode mode)
    : m_link(link)
    , m_mode(mode)
{
    connect(&m_link, &link::BrokerLink::eventsArrived, this, &Demo::eventsArrived);
    connect(&m_feedTimer, &QTimer::timeout, this, &Demo::feed);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_mode == Mode::Once) {
            finish(false);
        } else {
            broadcast();
        }
    });
}

Demo::~Demo() = default;

void Demo::feed()
{
    const QJsonObject envelope{
        {QStringLiteral("action"), QStringLiteral("prices")},
        {QStringLiteral("message"), QString(feedBytes, u'.')},
        {QStringLiteral("recipients"),
         QJsonArray{QJsonObject{{QStringLiteral("type"), QStringLiteral("user")},
                                {QStringLiteral("value"), QStringLiteral("sam")}}}},
    };
    std::ignore = m_link.send(link::SendMessage{QJsonDocument(envelope).toJson(QJsonDocument::Compact)});
}

void Demo::start(const QUrl& broker)
{
    using testclients::Behaviour;
    if (!m_clients.empty()) {
        return;
    }
    const QString group = QStringLiteral("demo");
    const std::array profiles{
        testclients::TestClientProfile{QStringLiteral("ann"), group, Behaviour::Chatter, 2s},
        testclients::TestClientProfile{QStringLiteral("bob"), group, Behaviour::Quiet, 2s},
        testclients::TestClientProfile{QStringLiteral("sam"), QString(), Behaviour::SlowReader, 4s},
    };
    for (const auto& profile : profiles) {
        auto client = std::make_unique<testclients::TestClient>(profile, broker);
        connect(client.get(), &testclients::TestClient::opened, this, &Demo::clientOpened);
        connect(client.get(), &testclients::TestClient::textReceived, this, &Demo::textReceived);
        client->open();
        m_clients.push_back(std::move(client));
    }
    m_timer.start(m_mode == Mode::Once ? onceTimeout : broadcastInterval);
}

void Demo::clientOpened()
{
    if (++m_opened == m_clients.size()) {
        broadcast();
        if (m_mode == Mode::Ongoing) {
            m_feedTimer.start(feedInterval);
        }
    }
}

void Demo::broadcast()
{
    m_lastText = QStringLiteral("broadcast %1 from the demo's operator").arg(++m_broadcasts);
    m_confirmed = 0;
    const QJsonObject envelope{
        {QStringLiteral("action"), QStringLiteral("announcement")},
        {QStringLiteral("message"), m_lastText},
        {QStringLiteral("recipients"),
         QJsonArray{QJsonObject{{QStringLiteral("type"), QStringLiteral("all")}}}},
    };
    m_lastSend = m_link.send(link::SendMessage{QJsonDocument(envelope).toJson(QJsonDocument::Compact)});
}

void Demo::eventsArrived(const std::vector<link::Event>& events)
{
    for (const link::Event& event : events) {
        const auto* const answer = std::get_if<link::CommandAnswer>(&event);
        if (answer == nullptr || answer->command != m_lastSend || m_lastSend == 0) {
            continue;
        }
        if (const auto* const receipt = std::get_if<Receipt>(&answer->result)) {
            m_receipt = *receipt;
        } else if (const auto* const error = std::get_if<Error>(&answer->result)) {
            m_error = error->message;
            finish(false);
        }
        finishIfComplete();
    }
}

void Demo::textReceived(const QString& text)
{
    if (!m_lastText.isEmpty() && text.contains(m_lastText)) {
        ++m_confirmed;
        finishIfComplete();
    }
}

void Demo::finishIfComplete()
{
    if (m_receipt && m_receipt->counts.recipients >= static_cast<qint64>(m_clients.size()) &&
        m_confirmed >= static_cast<qint64>(m_clients.size())) {
        finish(true);
    }
}

void Demo::finish(bool success)
{
    if (m_mode == Mode::Once && !std::exchange(m_finished, true)) {
        m_timer.stop();
        Q_EMIT finished(success, report());
    }
}

QString Demo::report() const
{
    if (!m_error.isEmpty()) {
        return m_error;
    }
    if (!m_receipt) {
        return QStringLiteral("no receipt: %1 of %2 clients connected").arg(m_opened).arg(m_clients.size());
    }
    const DeliveryCounts& counts = m_receipt->counts;
    return QStringLiteral(
               "receipt %1: %2 recipients, %3 sent, %4 queued, %5 dropped\n%6 of %7 clients have it")
        .arg(QString::fromLatin1(m_receipt->message.text()))
        .arg(counts.recipients)
        .arg(counts.sent)
        .arg(counts.queued)
        .arg(counts.dropped)
        .arg(m_confirmed)
        .arg(m_clients.size());
}

} // namespace signalbox::app
