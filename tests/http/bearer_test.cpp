// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/bearer.h"

#include "tests/http/make_request.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::http;
using signalbox::tests::makeGet;

class BearerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheToken()
    {
        QCOMPARE(bearerToken(makeGet("/", {"Authorization: Bearer abc"})), QByteArray("abc"));
        QCOMPARE(bearerToken(makeGet("/", {"authorization: bEARER   abc"})), QByteArray("abc"));
        QVERIFY(!bearerToken(makeGet("/")));
        QVERIFY(!bearerToken(makeGet("/", {"Authorization: Basic abc"})));
        QVERIFY(!bearerToken(makeGet("/", {"Authorization: Bearer"})));
        QVERIFY(!bearerToken(makeGet("/", {"Authorization: Bearer a", "Authorization: Bearer a"})));
    }

    void starsOutCredentials()
    {
        QCOMPARE(withoutCredentials("GET / HTTP/1.1\r\nHost: a\r\naUTHORIZATION: Bearer s3cret\r\n"
                                    "X: Authorization: y\r\nProxy-Authorization:x\r\n\r\n"),
                 QByteArray("GET / HTTP/1.1\r\nHost: a\r\naUTHORIZATION: ****** ******\r\n"
                            "X: Authorization: y\r\nProxy-Authorization:*\r\n\r\n"));
        QCOMPARE(withoutCredentials("Authorization: abc"), QByteArray("Authorization: ***")); // cut off
        QCOMPARE(withoutCredentials(""), QByteArray());
        QCOMPARE(withoutCredentials("GET /?a=1&PersistentID=0b9f&b=2 HTTP/1.1\r\nX: ?persistentid=1\r\n"),
                 QByteArray("GET /?a=1&PersistentID=****&b=2 HTTP/1.1\r\nX: ?persistentid=1\r\n"));
        QCOMPARE(withoutCredentials("GET /?persistentid=0b9f"), QByteArray("GET /?persistentid=****"));
        QCOMPARE(withoutCredentials("GET /?xpersistentid=0b9f HTTP/1.1"),
                 QByteArray("GET /?xpersistentid=0b9f HTTP/1.1"));
        QCOMPARE(
            withoutCredentials("GET /?a=b=c&persistentid=x=y&PERSISTENTID=z#&persistentid=q HTTP/1.1\r\n"),
            QByteArray("GET /?a=b=c&persistentid=***&PERSISTENTID=*#&persistentid=* HTTP/1.1\r\n"));
        QCOMPARE(withoutCredentials("?persistentid=a?persistentid=b"), // to the end of the parameter
                 QByteArray("?persistentid=****************"));
        QCOMPARE(withoutCredentials("persistentid=a"), QByteArray("persistentid=a"));
    }
};

SIGNALBOX_TEST(BearerTest)
#include "bearer_test.moc"
