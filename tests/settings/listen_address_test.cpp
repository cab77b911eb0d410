// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/listen_address.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class ListenAddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAddresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("loopback");
        QTest::newRow("IPv4 loopback") << u"127.0.0.1:5210"_s << true;
        QTest::newRow("another IPv4 loopback") << u"127.1.2.3:1"_s << true;
        QTest::newRow("IPv6 loopback") << u"[::1]:5210"_s << true;
        QTest::newRow("a free port") << u"127.0.0.1:0"_s << true;
        QTest::newRow("the last port") << u"127.0.0.1:65535"_s << true;
        QTest::newRow("every IPv4 address") << u"0.0.0.0:5210"_s << false;
        QTest::newRow("every address") << u"[::]:5210"_s << false;
        QTest::newRow("a neighbour") << u"192.168.1.2:80"_s << false;
        QTest::newRow("a link-local scope") << u"[fe80::1%lo]:80"_s << false;
    }
    void readsAddresses()
    {
        QFETCH(QString, text);
        const auto listen = readListenAddress(text);
        QVERIFY(listen.ok());
        QCOMPARE(listenAddressText(*listen), text);
        QTEST(isLoopback(*listen), "loopback");
    }

    void refusesWhatIsNoAddress_data()
    {
        QTest::addColumn<QString>("text");
        for (const QString& text : {u""_s,
                                    u"5210"_s,
                                    u":5210"_s,
                                    u"127.0.0.1"_s,
                                    u"127.0.0.1:"_s,
                                    u"127.0.0.1:65536"_s,
                                    u"127.0.0.1:-1"_s,
                                    u"127.0.0.1:+1"_s,
                                    u"127.0.0.1: 1"_s,
                                    u"127.0.0.1:0x50"_s,
                                    u"127.1:80"_s,
                                    u"1:80"_s,
                                    u"localhost:5210"_s,
                                    u"*:5210"_s,
                                    u"::1:5210"_s,
                                    u"[::1]"_s,
                                    u"[127.0.0.1]:80"_s,
                                    u"[]:80"_s,
                                    u"256.0.0.1:80"_s,
                                    u"http://127.0.0.1:80"_s,
                                    u"127.0.0.1:80/"_s}) {
            QTest::newRow(qPrintable(u"'%1'"_s.arg(text))) << text;
        }
    }
    void refusesWhatIsNoAddress()
    {
        QFETCH(QString, text);
        const auto listen = readListenAddress(text);
        QVERIFY(!listen.ok());
        QCOMPARE(listen.error().code, "config.bad_address");
    }

    void neverRepeatsControlCharacters()
    {
        const auto listen = readListenAddress(u"\x1b[31m:1");
        QVERIFY(!listen.ok());
        QVERIFY(!listen.error().message.contains(u'\x1b'));
    }
};

SIGNALBOX_TEST(ListenAddressTest)
#include "listen_address_test.moc"
