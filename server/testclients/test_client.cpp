// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/testclients/test_client.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QUrlQuery>
#include <QtNetwork/QAbstractSocket>
#include <QtNetwork/QNetworkRequest>
#include <QtNetwork/QTcpSocket>
#include <QtWebSockets/QWebSocket>

namespace signalbox::testclients {

namespace {

using namespace std::chrono_literals;

/// Less than any frame: QWebSocket then waits for a frame that never fits, and reads nothing.
constexpr qint64 noReading = 1;
/// What the system keeps for a client while it reads nothing: little, so that the rest waits in the broker,
/// where it can be seen. While it reads, enough to catch up.
constexpr int pausedReceiveBytes = 8 * 1024;
constexpr int receiveBytes = 32 * 1024;
/// How long a client that drops its connection stays away.
constexpr auto absence = 500ms;
constexpr auto closeTimeout = 3s;

QUrl withIdentity(QUrl url, const TestClientProfile& profile)
{
    QUrlQuery query;
    const auto add = [&query](const QString& key, const QString& value) {
        query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add(QStringLiteral("userId"), profile.user);
    if (!profile.group.isEmpty()) {
        add(QStringLiteral("groupId"), profile.group);
    }
    add(QStringLiteral("tags"), QStringLiteral("test-client"));
    url.setPath(QStringLiteral("/ws"));
    url.setQuery(query);
    return url;
}

QJsonArray recipient(const QString& type, const QString& value)
{
    return {QJsonObject{{QStringLiteral("type"), type}, {QStringLiteral("value"), value}}};
}

QString textOf(const QJsonObject& envelope)
{
    return QString::fromUtf8(QJsonDocument(envelope).toJson(QJsonDocument::Compact));
}

} // namespace

TestClient::TestClient(TestClientProfile profile, QUrl broker, QObject* parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_broker(std::move(broker))
{
    connect(&m_timer, &QTimer::timeout, this, &TestClient::act);
    m_return.setSingleShot(true);
    connect(&m_return, &QTimer::timeout, this, &TestClient::open);
}

TestClient::~TestClient()
{
    releaseSocket();
}

void TestClient::open()
{
    m_reading = true;
    m_socket = std::make_unique<QWebSocket>();
    connect(m_socket.get(), &QWebSocket::connected, this, &TestClient::socketOpened);
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &TestClient::received);
    connect(m_socket.get(), &QWebSocket::stateChanged, this, &TestClient::stateChanged);
    QNetworkRequest request(withIdentity(m_broker, m_profile));
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Signalbox test client"));
    m_socket->open(request);
}

void TestClient::close()
{
    m_timer.stop();
    m_return.stop();
    if (!m_socket) { // away after a drop
        QTimer::singleShot(0, this, [this] { end({}); });
        return;
    }
    if (!m_reading) {
        toggleReading(); // or else it would not see the answer
    }
    m_socket->close();
    QTimer::singleShot(closeTimeout, this, [this] {
        if (m_socket) {
            end(QStringLiteral("the close frame was not answered"));
        }
    });
}

bool TestClient::isOpen() const
{
    return m_socket && m_socket->state() == QAbstractSocket::ConnectedState;
}

void TestClient::socketOpened()
{
    if (m_profile.behaviour != Behaviour::Quiet && m_profile.behaviour != Behaviour::Echo) {
        m_timer.start(m_profile.interval);
    }
    Q_EMIT opened();
}

void TestClient::stateChanged()
{
    if (m_socket->state() == QAbstractSocket::UnconnectedState) {
        end(m_socket->closeReason());
    }
}

void TestClient::received(const QString& text)
{
    if (m_profile.behaviour == Behaviour::Echo) {
        echo(text);
    }
    Q_EMIT textReceived(text);
}

void TestClient::act()
{
    switch (m_profile.behaviour) {
    case Behaviour::Quiet:
    case Behaviour::Echo:
        return;
    case Behaviour::Chatter:
        chatter();
        return;
    case Behaviour::SlowReader:
        toggleReading();
        return;
    case Behaviour::Drops:
        drop();
        return;
    }
}

void TestClient::chatter()
{
    QJsonObject envelope{
        {QStringLiteral("action"), QStringLiteral("say")},
        {QStringLiteral("message"),
         QStringLiteral("%1 says hello for the %2. time").arg(m_profile.user).arg(++m_sent)},
        {QStringLiteral("userId"), m_profile.user},
    };
    if (!m_profile.group.isEmpty()) {
        envelope.insert(QStringLiteral("groupId"), m_profile.group);
        envelope.insert(QStringLiteral("recipients"), recipient(QStringLiteral("group"), m_profile.group));
    }
    m_socket->sendTextMessage(textOf(envelope));
}

/// Back to the user that sent it; the operator's and a program's have none, and their echo is seen in the
/// frames alone. An echo and what the broker says are not echoed, lest two of us talk for ever.
void TestClient::echo(const QString& text)
{
    const QJsonObject got = QJsonDocument::fromJson(text.toUtf8()).object();
    const QString action = got[QStringLiteral("action")].toString();
    if (action.isEmpty() || action == u"echo" || action.startsWith(u'$')) {
        return;
    }
    const QString sender = got[QStringLiteral("userId")].toString();
    m_socket->sendTextMessage(textOf({
        {QStringLiteral("action"), QStringLiteral("echo")},
        {QStringLiteral("message"), got[QStringLiteral("message")]},
        {QStringLiteral("userId"), m_profile.user},
        {QStringLiteral("recipients"),
         recipient(QStringLiteral("user"), sender.isEmpty() ? QStringLiteral("operator") : sender)},
    }));
}

void TestClient::toggleReading()
{
    m_reading = !m_reading;
    m_socket->setReadBufferSize(m_reading ? 0 : noReading);
    if (auto* const tcp = m_socket->findChild<QTcpSocket*>()) {
        tcp->setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption,
                             m_reading ? receiveBytes : pausedReceiveBytes);
    }
    if (m_reading) {
        m_socket->resume();
    }
}

void TestClient::drop()
{
    releaseSocket(); // without a close frame
    m_timer.stop();
    m_return.start(absence);
}

void TestClient::end(const QString& why)
{
    m_timer.stop();
    m_return.stop();
    releaseSocket();
    Q_EMIT closed(why);
}

void TestClient::releaseSocket()
{
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket.release()->deleteLater(); // we may be in one of its signals
    }
}

} // namespace signalbox::testclients
