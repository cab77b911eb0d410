// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/allowed_name.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class AllowedNameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsHosts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("host"); // empty: refused
        const auto row = [](const QString& text, const QByteArray& host) {
            QTest::newRow(qPrintable(u"'%1'"_s.arg(text))) << text << host;
        };
        row(u"broker.example"_s, "broker.example");
        row(u"Broker.Example"_s, "broker.example");
        row(u"my_host-1"_s, "my_host-1");
        row(u"192.168.1.2"_s, "192.168.1.2");
        row(u"[2001:DB8::1]"_s, "2001:db8::1");
        row(u"2001:db8::1"_s, "2001:db8::1");
        row(u""_s, "");
        row(u"broker.example:5210"_s, "");
        row(u"http://broker.example"_s, "");
        row(u"broker..example"_s, "");
        row(u".example"_s, "");
        row(u"-a"_s, "");
        row(u"*.example"_s, "");
        row(u"a b"_s, "");
        row(u"grüße.example"_s, "");
        row(QString(253, u'a'), QByteArray(253, 'a'));
        row(QString(254, u'a'), "");
    }
    void readsHosts()
    {
        QFETCH(QString, text);
        const auto host = readAllowedHost(text);
        QTEST(host ? *host : QByteArray(), "host");
        QVERIFY(host.ok() || host.error().code == "config.bad_host");
    }

    void readsOrigins_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("origin"); // empty: refused
        const auto row = [](const QString& text, const QByteArray& origin) {
            QTest::newRow(qPrintable(u"'%1'"_s.arg(text))) << text << origin;
        };
        row(u"https://shop.example"_s, "https://shop.example");
        row(u"HTTPS://Shop.Example"_s, "https://shop.example");
        row(u"https://shop.example/"_s, "https://shop.example");
        row(u"https://shop.example:443"_s, "https://shop.example");
        row(u"http://shop.example:80"_s, "http://shop.example");
        row(u"http://shop.example:443"_s, "http://shop.example:443");
        row(u"http://localhost:8080"_s, "http://localhost:8080");
        row(u"http://[::1]:8080"_s, "http://[::1]:8080");
        row(u"https://grüße.example"_s, "https://xn--gre-6ka8l.example");
        row(u"app://console"_s, "app://console");
        row(u""_s, "");
        row(u"null"_s, "");
        row(u"*"_s, "");
        row(u"https://*"_s, "");
        row(u"file:///tmp/x"_s, "");
        row(u"file://host"_s, "");
        row(u"shop.example"_s, "");
        row(u"https://"_s, "");
        row(u"https://shop.example/path"_s, "");
        row(u"https://shop.example?x"_s, "");
        row(u"https://shop.example#x"_s, "");
        row(u"https://user@shop.example"_s, "");
        row(u"https://shop.example:99999"_s, "");
        row(u"https://a b"_s, "");
    }
    void readsOrigins()
    {
        QFETCH(QString, text);
        const auto origin = readAllowedOrigin(text);
        QTEST(origin ? *origin : QByteArray(), "origin");
        QVERIFY(origin.ok() || origin.error().code == "config.bad_origin");
    }
};

SIGNALBOX_TEST(AllowedNameTest)
#include "allowed_name_test.moc"
