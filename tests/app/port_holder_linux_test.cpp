// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/port_holder.h"

#include "tests/support/test_registry.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

using namespace signalbox::app;

class PortHolderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesTheProcessThatListens_data()
    {
        QTest::addColumn<QHostAddress>("address");
        QTest::newRow("IPv4") << QHostAddress(QHostAddress::LocalHost);
        QTest::newRow("IPv6") << QHostAddress(QHostAddress::LocalHostIPv6);
    }

    void namesTheProcessThatListens()
    {
        QFETCH(const QHostAddress, address);
        QTcpServer server;
        if (!server.listen(address, 0)) {
            QSKIP("this machine has no such address");
        }
        QFile name(QStringLiteral("/proc/self/comm"));
        QVERIFY(name.open(QIODevice::ReadOnly));
        QCOMPARE(portHolder(server.serverPort()), QStringLiteral("%1 (process %2)")
                                                      .arg(QString::fromUtf8(name.readAll().trimmed()))
                                                      .arg(QCoreApplication::applicationPid()));
    }

    void knowsNobodyWhereNobodyListens()
    {
        quint16 port = 0;
        {
            QTcpServer server;
            QVERIFY(server.listen(QHostAddress::LocalHost, 0));
            port = server.serverPort();
        }
        QVERIFY(portHolder(port).isEmpty());
    }
};

SIGNALBOX_TEST(PortHolderTest)
#include "port_holder_linux_test.moc"
