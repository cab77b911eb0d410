// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/upgrader.h"

#include "server/transport/stream_maker.h"
#include "server/transport/upgrade_socket.h"

#include <QtWebSockets/QWebSocket>
#include <QtWebSockets/QWebSocketServer>

#include <limits>

namespace signalbox::transport {

Upgrader::Upgrader(StreamChoice choice, QObject* parent)
    : QObject(parent)
    , m_choice(choice)
{
}

Upgrader::~Upgrader()
{
    for (auto [socket, done] : m_waiting.asKeyValueRange()) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
}

void Upgrader::upgrade(std::unique_ptr<UpgradeSocket> socket, qint64 headerBytes,
                       const QByteArray& subprotocol, Done done)
{
    UpgradeSocket* const raw = socket.release(); // until it is born it belongs to m_waiting
    m_waiting.insert(raw, std::move(done));
    connect(raw, &QAbstractSocket::disconnected, this, [this, raw] { abandon(raw); });
    raw->beginUpgrade(headerBytes, [this](UpgradeSocket& answered) { m_answering = &answered; });
    serverFor(subprotocol).handleConnection(raw);
}

QWebSocketServer& Upgrader::serverFor(const QByteArray& subprotocol)
{
    if (QWebSocketServer* const known = m_servers.value(subprotocol)) {
        return *known;
    }
    auto* const server =
        new QWebSocketServer(QStringLiteral("Signalbox"), QWebSocketServer::NonSecureMode, this);
    server->setMaxPendingConnections(std::numeric_limits<int>::max());
    if (!subprotocol.isEmpty()) {
        server->setSupportedSubprotocols({QString::fromLatin1(subprotocol)});
    }
    connect(server, &QWebSocketServer::newConnection, this, [this, server] { connectionBorn(*server); });
    m_servers.insert(subprotocol, server);
    return *server;
}

void Upgrader::connectionBorn(QWebSocketServer& server)
{
    std::unique_ptr<QWebSocket> webSocket(server.nextPendingConnection());
    webSocket->setParent(nullptr); // the server is not its owner any more
    UpgradeSocket* const socket = std::exchange(m_answering, nullptr);
    Q_ASSERT(socket != nullptr && m_waiting.contains(socket));
    const Done done = m_waiting.take(socket);
    socket->disconnect(this);
    QByteArray answer = socket->answer();
    auto stream = makeStream(std::unique_ptr<UpgradeSocket>(socket), std::move(webSocket), m_choice);
    done({std::move(stream), std::move(answer)});
}

void Upgrader::abandon(UpgradeSocket* socket)
{
    const Done done = m_waiting.take(socket);
    socket->disconnect(this);
    socket->beginUpgrade(0, nullptr); // QWebSocketServer still looks, later in this turn: nothing to see
    socket->deleteLater();
    done({});
}

} // namespace signalbox::transport
