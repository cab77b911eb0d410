// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/subnet.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class SubnetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAddressesAndNetworks_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("subnet"); // empty: refused
        const auto row = [](const QString& text, const QByteArray& subnet) {
            QTest::newRow(qPrintable(u"'%1'"_s.arg(text))) << text << subnet;
        };
        row(u"127.0.0.1"_s, "127.0.0.1/32");
        row(u" 10.0.0.0/8 "_s, "10.0.0.0/8");
        row(u"10.1.2.3/8"_s, "10.0.0.0/8");
        row(u"0.0.0.0/0"_s, "0.0.0.0/0");
        row(u"::1"_s, "::1/128");
        row(u"2001:DB8::/32"_s, "2001:db8::/32");
        row(u""_s, "");
        row(u"proxy.example"_s, "");
        row(u"10.0.0.0/33"_s, "");
        row(u"10.0.0.0/"_s, "");
        row(u"10.0.0.0/-1"_s, "");
        row(u"10.0.0.0/255.0.0.0"_s, "");
        row(u"::1/129"_s, "");
        row(u"fe80::1%eth0"_s, "");
        row(u"127.0.0.1:80"_s, "");
    }
    void readsAddressesAndNetworks()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, subnet);
        const auto read = readSubnet(text);
        QCOMPARE(read.ok(), !subnet.isEmpty());
        if (read.ok()) {
            QCOMPARE(read.value(), subnet);
        }
    }
};

SIGNALBOX_TEST(SubnetTest)
#include "subnet_test.moc"
