// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/transport/listener.h"

#include "server/transport/direct_socket.h"
#include "tests/support/test_registry.h"

#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

using namespace signalbox;
using signalbox::transport::Listener;
using signalbox::transport::listenerUrl;

class ListenerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void picksAFreePort()
    {
        Listener listener([](qintptr) {});
        QVERIFY(listener.open(QHostAddress::LocalHost, 0).ok());
        QVERIFY(listener.serverPort() > 0);
        QCOMPARE(listener.url(), "ws://127.0.0.1:" + QByteArray::number(listener.serverPort()));
    }

    void handsDescriptorsOnWithoutReading()
    {
        std::vector<qintptr> descriptors;
        Listener listener([&](qintptr descriptor) { descriptors.push_back(descriptor); });
        QVERIFY(listener.open(QHostAddress::LocalHost, 0).ok());
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, listener.serverPort());
        QTRY_COMPARE(descriptors.size(), size_t(1));
        QTcpSocket accepted;
        QVERIFY(accepted.setSocketDescriptor(descriptors[0]));
        QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
        client.write("hello");
        QTRY_COMPARE(accepted.bytesAvailable(), 5);
    }

    void saysThatAPortIsInUse()
    {
        Listener first([](qintptr) {});
        QVERIFY(first.open(QHostAddress::LocalHost, 0).ok());
        Listener second([](qintptr) {});
        const Result<void> opened = second.open(QHostAddress::LocalHost, first.serverPort());
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().code, QByteArray("listener.address_in_use"));
        QVERIFY2(opened.error().message.contains(QString::fromLatin1(first.url())),
                 qPrintable(opened.error().message));
    }

    void saysWhyAnAddressCannotBeHad()
    {
        Listener listener([](qintptr) {});
        const Result<void> opened = listener.open(QHostAddress(QStringLiteral("192.0.2.1")), 0); // RFC 5737
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().code, QByteArray("listener.failed"));
    }

    void writesUrls_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("IPv4") << QStringLiteral("127.0.0.1") << QByteArray("ws://127.0.0.1:5210");
        QTest::newRow("IPv6") << QStringLiteral("::1") << QByteArray("ws://[::1]:5210");
        QTest::newRow("any") << QStringLiteral("0.0.0.0") << QByteArray("ws://0.0.0.0:5210");
    }

    void writesUrls()
    {
        QFETCH(QString, address);
        QTEST(listenerUrl(QHostAddress(address), 5210), "url");
    }

    void listensOnIpv6()
    {
        Listener listener([](qintptr descriptor) { transport::closeDescriptor(descriptor); });
        if (const Result<void> opened = listener.open(QHostAddress::LocalHostIPv6, 0); !opened) {
            QSKIP("this machine has no IPv6");
        }
        QVERIFY(listener.url().startsWith("ws://[::1]:"));
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHostIPv6, listener.serverPort());
        QTRY_COMPARE(client.error(), QAbstractSocket::RemoteHostClosedError);
    }
};

SIGNALBOX_TEST(ListenerTest)
#include "listener_test.moc"
