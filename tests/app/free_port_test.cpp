// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/free_port.h"

#include "tests/support/test_registry.h"

#include <QtCore/QCoreApplication>
#include <QtNetwork/QTcpServer>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::app;

class FreePortTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leavesFreeAddressesAlone()
    {
        quint16 port = 0;
        {
            QTcpServer server;
            QVERIFY(server.listen(QHostAddress::LocalHost, 0));
            port = server.serverPort();
        }
        const FreeAddresses found = findFreeAddresses({{QHostAddress(QHostAddress::LocalHost), port}});
        QCOMPARE(found.addresses.at(0).port, port);
        QVERIFY(found.banner.isEmpty());
    }

    void takesTheNextPortThatIsFreeAndSaysSo()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost, 0));
        const quint16 port = taken.serverPort();
        const FreeAddresses found = findFreeAddresses(
            {{QHostAddress(QHostAddress::LocalHost), port}, {QHostAddress(QHostAddress::LocalHost), 0}});
        QVERIFY(found.addresses.at(0).port > port);
        QCOMPARE(found.addresses.at(1).port, quint16(0)); // any port is always free
        QVERIFY(found.banner.contains(QString::number(port)));
        QVERIFY(found.banner.contains(QString::number(found.addresses.at(0).port)));
        QVERIFY(found.banner.contains(QString::number(QCoreApplication::applicationPid()))); // who holds it
        QTcpServer ours;
        QVERIFY(ours.listen(QHostAddress::LocalHost, found.addresses.at(0).port));
    }

    void keepsOnePortForAllAddresses()
    {
        QTcpServer taken;
        QVERIFY(taken.listen(QHostAddress::LocalHost, 0));
        const quint16 port = taken.serverPort();
        const FreeAddresses found =
            findFreeAddresses({{QHostAddress(QStringLiteral("127.0.0.2")), port}, // free there
                               {QHostAddress(QHostAddress::LocalHost), port}});
        QVERIFY(found.addresses.at(0).port > port);
        QCOMPARE(found.addresses.at(0).port, found.addresses.at(1).port);
    }
};

SIGNALBOX_TEST(FreePortTest)
#include "free_port_test.moc"
