// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/testclients/test_client.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QUrlQuery>
#include <QtNetwork/QAbstractSocket>
#include <QtNetwork/QNetworkRequest>
#include <QtWebSockets/QWebSocket>

namespace signalbox::testclients {

namespace {

/// Less than any frame: QWebSocket then waits for a frame that never fits, and reads nothing.
constexpr qint64 noReading = 1;

QUrl withIdentity(QUrl url, const TestClientProfile& profile)
{
    QUrlQuery query;
    query.addQueryItem(QStringLiteral("userId"), profile.user);
    if (!profile.group.isEmpty()) {
        query.addQueryItem(QStringLiteral("groupId"), profile.group);
    }
    query.addQueryItem(QStringLiteral("tags"), QStringLiteral("test-client"));
    url.setPath(QStringLiteral("/ws"));
    url.setQuery(query);
    return url;
}

} // namespace

TestClient::TestClient(TestClientProfile profile, QUrl broker, QObject* parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_broker(std::move(broker))
    , m_socket(std::make_unique<QWebSocket>())
{
    connect(m_socket.get(), &QWebSocket::connected, this, &TestClient::socketOpened);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &TestClient::textReceived);
    connect(m_socket.get(), &QWebSocket::disconnected, this, [this] {
        m_timer.stop();
        Q_EMIT closed(m_socket->closeReason());
    });
    connect(&m_timer, &QTimer::timeout, this, &TestClient::act);
}

TestClient::~TestClient()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

void TestClient::open()
{
    QNetworkRequest request(withIdentity(m_broker, m_profile));
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Signalbox test client"));
    m_socket->open(request);
}

void TestClient::close()
{
    m_socket->close();
}

bool TestClient::isOpen() const
{
    return m_socket->state() == QAbstractSocket::ConnectedState;
}

void TestClient::socketOpened()
{
    if (m_profile.behaviour != Behaviour::Quiet) {
        m_timer.start(m_profile.interval);
    }
    Q_EMIT opened();
}

void TestClient::act()
{
    if (m_profile.behaviour == Behaviour::SlowReader) {
        toggleReading();
        return;
    }
    QJsonObject envelope{
        {QStringLiteral("action"), QStringLiteral("say")},
        {QStringLiteral("message"),
         QStringLiteral("%1 says hello for the %2. time").arg(m_profile.user).arg(++m_sent)},
        {QStringLiteral("userId"), m_profile.user},
    };
    if (!m_profile.group.isEmpty()) {
        const QJsonObject recipient{{QStringLiteral("type"), QStringLiteral("group")},
                                    {QStringLiteral("value"), m_profile.group}};
        envelope.insert(QStringLiteral("groupId"), m_profile.group);
        envelope.insert(QStringLiteral("recipients"), QJsonArray{recipient});
    }
    m_socket->sendTextMessage(QString::fromUtf8(QJsonDocument(envelope).toJson(QJsonDocument::Compact)));
}

void TestClient::toggleReading()
{
    m_reading = !m_reading;
    m_socket->setReadBufferSize(m_reading ? 0 : noReading);
    if (m_reading) {
        m_socket->resume();
    }
}

} // namespace signalbox::testclients
