// SPDX-License-Identifier: GPL-3.0-or-later
// That what Qt has for networks works over the dispatcher: the test itself runs over it. The main function is
// that of tests/support/dispatched_main.cpp.
#include "server/dispatch/worker_dispatcher.h"

#include "server/core/actor_thread.h"
#include "tests/support/test_registry.h"

#include <QtCore/QAbstractEventDispatcher>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWebSockets/QWebSocket>
#include <QtWebSockets/QWebSocketServer>

using namespace signalbox;

class SocketsOfQtTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsOverTheDispatcherOfWorkers()
    {
        std::unique_ptr<QAbstractEventDispatcher> another(dispatch::makeWorkerDispatcher());
        QCOMPARE(QAbstractEventDispatcher::instance()->metaObject(), another->metaObject());
    }

    void carriesManyMegabytesOverTcp()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, server.serverPort());
        QTRY_VERIFY(server.hasPendingConnections());
        QTcpSocket* const peer = server.nextPendingConnection();
        const QByteArray block(8 * 1024 * 1024, 'x');
        peer->write(block); // more than the system takes: the write notifier is needed
        QByteArray received;
        connect(&client, &QIODevice::readyRead, this, [&] { received += client.readAll(); });
        QTRY_COMPARE(received.size(), block.size());
        QSignalSpy ended(peer, &QAbstractSocket::disconnected);
        client.disconnectFromHost();
        QTRY_COMPARE(ended.count(), 1);
    }

    void saysThatNobodyListens()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const quint16 port = server.serverPort();
        server.close();
        QTcpSocket client;
        QSignalSpy failed(&client, &QAbstractSocket::errorOccurred);
        client.connectToHost(QHostAddress::LocalHost, port);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(client.error(), QAbstractSocket::ConnectionRefusedError);
    }

    void echoesOverManyWebSockets()
    {
        QWebSocketServer server(QStringLiteral("test"), QWebSocketServer::NonSecureMode);
        server.setMaxPendingConnections(100);
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QWebSocketServer::newConnection, this, [&] {
            QWebSocket* const socket = server.nextPendingConnection();
            socket->setParent(&server); // it belongs to whoever takes it
            connect(socket, &QWebSocket::textMessageReceived, socket, &QWebSocket::sendTextMessage);
        });
        std::vector<std::unique_ptr<QWebSocket>> clients;
        int echoes = 0;
        for (int i = 0; i < 50; ++i) {
            auto& client = *clients.emplace_back(std::make_unique<QWebSocket>());
            connect(&client, &QWebSocket::connected, &client,
                    [&client] { client.sendTextMessage(u"hello"_qs); });
            connect(&client, &QWebSocket::textMessageReceived, this, [&] { ++echoes; });
            client.open(server.serverUrl());
        }
        QTRY_COMPARE(echoes, 50);
    }
};

SIGNALBOX_TEST(SocketsOfQtTest)
#include "sockets_of_qt_test.moc"
