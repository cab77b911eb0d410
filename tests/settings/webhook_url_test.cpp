// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/webhook_url.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class WebhookUrlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesWhatCanBePostedTo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("none") << u""_s << QByteArray();
        QTest::newRow("blanks") << u"  "_s << QByteArray();
        QTest::newRow("as in the manual") << u"http://localhost/app/__WebSocket.wwd"_s
                                          << QByteArray("http://localhost/app/__WebSocket.wwd");
        QTest::newRow("TLS, port, query")
            << u"https://shop.example:8443/a?b=c%20d"_s << QByteArray("https://shop.example:8443/a?b=c%20d");
        QTest::newRow("IPv6") << u"http://[::1]:80/"_s << QByteArray("http://[::1]:80/");
        QTest::newRow("letters beyond ASCII")
            << u"http://localhost/\u00fc"_s << QByteArray("http://localhost/%C3%BC");
    }
    void takesWhatCanBePostedTo()
    {
        QFETCH(QString, text);
        const auto url = readWebhookUrl(text);
        QVERIFY(url.ok());
        QTEST(url.value(), "url");
    }

    void refusesTheRest_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("why");
        QTest::newRow("no scheme") << u"localhost/app"_s << u"no URL with a host"_s;
        QTest::newRow("another scheme") << u"ftp://host/"_s << u"neither http nor https"_s;
        QTest::newRow("no host") << u"http:///a"_s << u"no URL with a host"_s;
        QTest::newRow("a blank") << u"http://a b/"_s << u"no URL with a host"_s;
        QTest::newRow("a bad port") << u"http://a:99999/"_s << u"no URL with a host"_s;
        QTest::newRow("a fragment") << u"http://a/#b"_s << u"fragment"_s;
        QTest::newRow("a password") << u"http://u:secret@a/"_s << u"a password"_s;
    }
    void refusesTheRest()
    {
        QFETCH(QString, text);
        QFETCH(QString, why);
        const auto url = readWebhookUrl(text);
        QVERIFY(!url.ok());
        QVERIFY2(url.error().message.contains(why), qPrintable(url.error().message));
        QVERIFY(!url.error().message.contains(u"secret"));
    }
};

SIGNALBOX_TEST(WebhookUrlTest)
#include "webhook_url_test.moc"
