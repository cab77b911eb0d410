// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/http_message.h"

#include "tests/support/test_registry.h"

#include <QtTest/QtTest>

using namespace signalbox;
using ui::HttpMessage;
using ui::readHttpMessage;

class HttpMessageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesARequestApart()
    {
        const HttpMessage message =
            readHttpMessage("POST /a HTTP/1.1\r\nHost:  localhost \r\nX-Empty:\r\n\r\n{\"a\":1}\r\n\r\n");
        QCOMPARE(message.startLine, QByteArray("POST /a HTTP/1.1"));
        QCOMPARE(message.fields.size(), 2);
        QCOMPARE(message.field("hOST"), QByteArray("localhost"));
        QCOMPARE(message.field("X-Empty"), QByteArray());
        QVERIFY(!message.field("Origin"));
        QCOMPARE(message.body, QByteArray("{\"a\":1}\r\n\r\n"));
        QCOMPARE(message.headBytes, qsizetype(49));
    }

    void readsAHeadThatEndsEarly()
    {
        QCOMPARE(readHttpMessage("GET / HTTP/1.1\r\nHost: a").field("Host"), QByteArray("a"));
        QCOMPARE(readHttpMessage("HTTP/1.1 200 OK\n\nbody").body, QByteArray("body"));
        QCOMPARE(readHttpMessage({}).startLine, QByteArray());
    }

    void takesOtherBytesForNoHttp()
    {
        QCOMPARE(readHttpMessage("\x16\x03\x01\r\n\r\n").startLine, QByteArray());
    }
};

SIGNALBOX_TEST(HttpMessageTest)
#include "http_message_test.moc"
