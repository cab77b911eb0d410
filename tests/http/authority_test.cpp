// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/authority.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

namespace {

using namespace signalbox::http;

class AuthorityTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("port");
        QTest::newRow("name") << QByteArray("localhost") << QByteArray("localhost") << -1;
        QTest::newRow("name and port") << QByteArray("localhost:5210") << QByteArray("localhost") << 5210;
        QTest::newRow("upper case") << QByteArray("LocalHost:80") << QByteArray("localhost") << 80;
        QTest::newRow("empty port") << QByteArray("localhost:") << QByteArray("localhost") << -1;
        QTest::newRow("highest port") << QByteArray("a:65535") << QByteArray("a") << 65535;
        QTest::newRow("IPv4") << QByteArray("127.0.0.1:1") << QByteArray("127.0.0.1") << 1;
        QTest::newRow("IPv6") << QByteArray("[::1]:5210") << QByteArray("::1") << 5210;
        QTest::newRow("long IPv6") << QByteArray("[0:0:0:0:0:0:0:1]") << QByteArray("::1") << -1;
        QTest::newRow("upper-case IPv6") << QByteArray("[FE80::A]") << QByteArray("fe80::a") << -1;
        QTest::newRow("mapped IPv4") << QByteArray("[::ffff:127.0.0.1]") << QByteArray("127.0.0.1") << -1;
        QTest::newRow("mapped IPv4, hexadecimal")
            << QByteArray("[::ffff:7f00:1]") << QByteArray("127.0.0.1") << -1;
        QTest::newRow("dot at the end") << QByteArray("localhost.") << QByteArray("localhost.") << -1;
        QTest::newRow("short IPv4 stays a name") << QByteArray("127.1") << QByteArray("127.1") << -1;
        QTest::newRow("octal IPv4 stays a name")
            << QByteArray("0177.0.0.1") << QByteArray("0177.0.0.1") << -1;
        QTest::newRow("number stays a name") << QByteArray("2130706433") << QByteArray("2130706433") << -1;
        QTest::newRow("underscore") << QByteArray("my_host") << QByteArray("my_host") << -1;
    }
    void reads()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, port);
        const auto authority = Authority::parse(text);
        QVERIFY(authority);
        QTEST(authority->host, "host");
        QCOMPARE(authority->port ? int(*authority->port) : -1, port);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("port only") << QByteArray(":80");
        QTest::newRow("port too high") << QByteArray("a:65536");
        QTest::newRow("port too long") << QByteArray("a:000080");
        QTest::newRow("port with sign") << QByteArray("a:+80");
        QTest::newRow("port of letters") << QByteArray("a:http");
        QTest::newRow("two ports") << QByteArray("a:1:2");
        QTest::newRow("bare IPv6") << QByteArray("::1");
        QTest::newRow("unclosed bracket") << QByteArray("[::1");
        QTest::newRow("empty brackets") << QByteArray("[]");
        QTest::newRow("name in brackets") << QByteArray("[localhost]");
        QTest::newRow("IPv4 in brackets") << QByteArray("[127.0.0.1]");
        QTest::newRow("zone") << QByteArray("[fe80::1%25eth0]");
        QTest::newRow("text behind the bracket") << QByteArray("[::1]x");
        QTest::newRow("name behind the bracket") << QByteArray("[::1].evil.example");
        QTest::newRow("user") << QByteArray("localhost@evil.example");
        QTest::newRow("space") << QByteArray("local host");
        QTest::newRow("slash") << QByteArray("localhost/");
        QTest::newRow("comma") << QByteArray("localhost,evil.example");
        QTest::newRow("not ASCII") << QByteArray("localh\xC3\xB6st");
        QTest::newRow("NUL") << QByteArray("localhost\0.evil.example", 23);
        QTest::newRow("255 characters") << QByteArray(255, 'a');
    }
    void refuses()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!Authority::parse(text));
    }

    void knowsLoopback_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<bool>("loopback");
        QTest::newRow("localhost") << QByteArray("localhost") << true;
        QTest::newRow("127.0.0.1") << QByteArray("127.0.0.1") << true;
        QTest::newRow("127.255.255.254") << QByteArray("127.255.255.254") << true;
        QTest::newRow("::1") << QByteArray("::1") << true;
        QTest::newRow("128.0.0.1") << QByteArray("128.0.0.1") << false;
        QTest::newRow("127.1") << QByteArray("127.1") << false;
        QTest::newRow("127.0.0.01") << QByteArray("127.0.0.01") << false;
        QTest::newRow("127.0.0.256") << QByteArray("127.0.0.256") << false;
        QTest::newRow("127.0.0.1.evil.example") << QByteArray("127.0.0.1.evil.example") << false;
        QTest::newRow("localhost.evil.example") << QByteArray("localhost.evil.example") << false;
        QTest::newRow("app.localhost") << QByteArray("app.localhost") << false;
        QTest::newRow("0.0.0.0") << QByteArray("0.0.0.0") << false;
        QTest::newRow("::2") << QByteArray("::2") << false;
    }
    void knowsLoopback()
    {
        QFETCH(const QByteArray, host);
        QTEST(isLoopbackHost(host), "loopback");
    }

    void writesAnAddressWithItsPort_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("port");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* address, int port, const char* text) {
            QTest::newRow(text) << QString::fromLatin1(address) << port << QByteArray(text);
        };
        row("127.0.0.1", 40312, "127.0.0.1:40312");
        row("0.0.0.0", 0, "0.0.0.0:0");
        row("255.255.255.255", 65535, "255.255.255.255:65535");
        row("10.20.30.9", 80, "10.20.30.9:80");
        row("::1", 5210, "[::1]:5210");
        row("::ffff:10.0.0.7", 1, "[::ffff:10.0.0.7]:1");
        row("fe80::1%eth0", 65535, "[fe80::1%eth0]:65535");
    }
    void writesAnAddressWithItsPort()
    {
        QFETCH(const QString, address);
        QFETCH(const int, port);
        QTEST(addressAndPort(QHostAddress(address), static_cast<quint16>(port)), "text");
    }

    void comparesAddresses()
    {
        QCOMPARE(comparableAddress(QHostAddress(QStringLiteral("::ffff:10.0.0.7"))), QByteArray("10.0.0.7"));
        QCOMPARE(comparableAddress(QHostAddress(QStringLiteral("10.0.0.7"))), QByteArray("10.0.0.7"));
        QCOMPARE(comparableAddress(QHostAddress(QStringLiteral("255.0.19.200"))), QByteArray("255.0.19.200"));
        QHostAddress zoned(QStringLiteral("fe80::1"));
        zoned.setScopeId(QStringLiteral("eth0"));
        QCOMPARE(comparableAddress(zoned), QByteArray("fe80::1"));
    }
};

} // namespace

SIGNALBOX_TEST(AuthorityTest)
#include "authority_test.moc"
