// SPDX-License-Identifier: GPL-3.0-or-later
// What one writes first with Qt: QWebSocketServer in the main thread, QJsonDocument, sendTextMessage(). It
// serves the work of load-generator, without limits. Prints its port.
#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QUrlQuery>
#include <QtWebSockets/QWebSocket>
#include <QtWebSockets/QWebSocketServer>

#include <cstdio>

class StockBroker final : public QObject {
public:
    StockBroker()
    {
        m_server.setMaxPendingConnections(100'000);
        connect(&m_server, &QWebSocketServer::newConnection, this,
                [this] { open(m_server.nextPendingConnection()); });
    }

    quint16 listen() { return m_server.listen(QHostAddress::LocalHost) ? m_server.serverPort() : 0; }

private:
    void open(QWebSocket* socket)
    {
        const QUrlQuery query(socket->requestUrl());
        const QString user = query.queryItemValue(QStringLiteral("userId"));
        const QString group = query.queryItemValue(QStringLiteral("groupId"));
        m_users.insert(user, socket);
        if (!group.isEmpty()) {
            m_groups[group].append(socket);
        }
        if (socket->requestUrl().path() == QStringLiteral("/echo")) {
            connect(socket, &QWebSocket::textMessageReceived, socket, &QWebSocket::sendTextMessage);
        } else {
            connect(socket, &QWebSocket::textMessageReceived, this, &StockBroker::route);
        }
        connect(socket, &QWebSocket::disconnected, this, [this, socket, user, group] {
            m_users.remove(user);
            m_groups[group].removeOne(socket);
            socket->deleteLater();
        });
    }

    void route(const QString& text)
    {
        const QJsonObject envelope = QJsonDocument::fromJson(text.toUtf8()).object();
        for (const auto& recipient : envelope.value(QStringLiteral("recipients")).toArray()) {
            const QJsonObject object = recipient.toObject();
            const QString value = object.value(QStringLiteral("value")).toString();
            if (object.value(QStringLiteral("type")).toString() == QStringLiteral("user")) {
                if (QWebSocket* const socket = m_users.value(value)) {
                    socket->sendTextMessage(text);
                }
                continue;
            }
            for (QWebSocket* const socket : m_groups.value(value)) {
                socket->sendTextMessage(text);
            }
        }
    }

    QWebSocketServer m_server{QStringLiteral("stock"), QWebSocketServer::NonSecureMode};
    QHash<QString, QWebSocket*> m_users;
    QHash<QString, QList<QWebSocket*>> m_groups;
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    StockBroker broker;
    std::printf("listening on ws://127.0.0.1:%d\n", broker.listen());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
