// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/listeners.h"

#include "tests/support/test_registry.h"

#include <QtNetwork/QTcpSocket>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;

class ListenersTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesOneFreePortForAllAddresses()
    {
        Listeners listeners(
            {{QHostAddress(QHostAddress::LocalHost), 0}, {QHostAddress(QHostAddress::LocalHostIPv6), 0}},
            [](qintptr, bool) {});
        QVERIFY(listeners.open().ok());
        const auto state = listeners.state();
        QCOMPARE(state.listeners.size(), size_t(2));
        QVERIFY(state.listeners[0].url.startsWith("ws://127.0.0.1:"));
        QVERIFY(state.listeners[1].url.startsWith("ws://[::1]:"));
        QCOMPARE(state.listeners[0].url.split(':').last(), state.listeners[1].url.split(':').last());
        QCOMPARE(state.url, state.listeners[0].url);
    }

    void saysThatAnAddressIsInUse()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        Listeners listeners({{QHostAddress(QHostAddress::LocalHost), other.serverPort()}},
                            [](qintptr, bool) {});
        const Result<void> opened = listeners.open();
        QVERIFY(!opened.ok());
        QCOMPARE(opened.error().code, QByteArray("listener.address_in_use"));
        QVERIFY(!listeners.state().listeners[0].listening);
        QVERIFY(!listeners.state().listeners[0].error.isEmpty());
        QVERIFY(listeners.state().url.isEmpty());
    }

    void opensTheOthersWhenOneFails()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        Listeners listeners({{QHostAddress(QHostAddress::LocalHost), other.serverPort()},
                             {QHostAddress(QHostAddress::LocalHost), 0}},
                            [](qintptr, bool) {});
        QVERIFY(!listeners.open().ok());
        QVERIFY(listeners.state().listeners[1].listening);
        other.close();
        QVERIFY(listeners.open().ok());
        QVERIFY(listeners.state().listeners[0].listening);
    }

    void handsDescriptorsOn()
    {
        std::vector<std::pair<qintptr, bool>> accepted;
        Listeners listeners(
            {{QHostAddress(QHostAddress::LocalHost), 0}},
            [&](qintptr descriptor, bool loopback) { accepted.emplace_back(descriptor, loopback); });
        QVERIFY(listeners.open().ok());
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, listeners.state().url.split(':').last().toUShort());
        QTRY_COMPARE(accepted.size(), size_t(1));
        QVERIFY(accepted[0].second);
        QTcpSocket taken;
        QVERIFY(taken.setSocketDescriptor(accepted[0].first));
    }

    void stopsAccepting()
    {
        Listeners listeners({{QHostAddress(QHostAddress::LocalHost), 0}}, [](qintptr, bool) {});
        QVERIFY(listeners.open().ok());
        const quint16 port = listeners.state().url.split(':').last().toUShort();
        listeners.close();
        QVERIFY(listeners.state().url.isEmpty());
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, port);
        QTRY_COMPARE(client.error(), QAbstractSocket::ConnectionRefusedError);
    }
};

SIGNALBOX_TEST(ListenersTest)
#include "listeners_test.moc"
