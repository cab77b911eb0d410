// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/origin.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

namespace {

using namespace signalbox::http;

class OriginTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isWrittenInOneForm_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("plain") << QByteArray("https://shop.example") << QByteArray("https://shop.example");
        QTest::newRow("port") << QByteArray("http://shop.example:8080")
                              << QByteArray("http://shop.example:8080");
        QTest::newRow("default port of http") << QByteArray("http://a:80") << QByteArray("http://a");
        QTest::newRow("default port of https") << QByteArray("https://a:443") << QByteArray("https://a");
        QTest::newRow("the other's default port") << QByteArray("https://a:80") << QByteArray("https://a:80");
        QTest::newRow("upper case") << QByteArray("HTTPS://Shop.Example")
                                    << QByteArray("https://shop.example");
        QTest::newRow("IPv6") << QByteArray("http://[0:0::1]:81") << QByteArray("http://[::1]:81");
        QTest::newRow("extension") << QByteArray("chrome-extension://abcdef")
                                   << QByteArray("chrome-extension://abcdef");
    }
    void isWrittenInOneForm()
    {
        QFETCH(const QByteArray, text);
        const auto origin = Origin::parse(text);
        QVERIFY(origin);
        QTEST(origin->text(), "written");
        QCOMPARE(Origin::parse(origin->text()), origin);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("file") << QByteArray("file://");
        QTest::newRow("file with host") << QByteArray("FILE://localhost");
        QTest::newRow("no scheme") << QByteArray("shop.example");
        QTest::newRow("empty scheme") << QByteArray("://shop.example");
        QTest::newRow("scheme begins with a digit") << QByteArray("1a://shop.example");
        QTest::newRow("slash at the end") << QByteArray("https://shop.example/");
        QTest::newRow("path") << QByteArray("https://shop.example/a");
        QTest::newRow("user") << QByteArray("https://me@shop.example");
        QTest::newRow("empty port") << QByteArray("https://shop.example:");
        QTest::newRow("list") << QByteArray("https://a.example https://b.example");
        QTest::newRow("comma list") << QByteArray("https://a.example,https://b.example");
        QTest::newRow("wildcard") << QByteArray("*");
        QTest::newRow("wildcard host") << QByteArray("https://*.example");
    }
    void refuses()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!Origin::parse(text));
    }
};

} // namespace

SIGNALBOX_TEST(OriginTest)
#include "origin_test.moc"
