// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/message_reader.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::xsockets;

class MessageReaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheClientsSend_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<Message>("expected");
        const auto row = [](const char* name, const char* text, const Message& expected) {
            QTest::newRow(name) << QByteArray(text) << expected;
        };
        row("upper case", "{\"C\":\"chat\",\"T\":\"say\",\"D\":\"{\\\"Text\\\":\\\"Hi\\\"}\"}",
            {"chat", "say", R"({"Text":"Hi"})"});
        row("lower case", R"({"t":"foo","c":"bar","d":"some message"})", {"bar", "foo", R"("some message")"});
        row("a value as data", R"({"t":"foo","c":"bar","d":{"name":"Steve", "Age":42}})",
            {"bar", "foo", R"({"name":"Steve", "Age":42})"});
        row("no data", R"({"C":"generic","T":"1"})", {"generic", "1", "null"});
        row("null data", R"({"C":"generic","T":"1","D":null})", {"generic", "1", "null"});
        row("a string in a string", "{\"C\":\"c\",\"T\":\"t\",\"D\":\"\\\"David\\\"\"}",
            {"c", "t", R"("David")"});
        row("an empty string", R"({"C":"c","T":"t","D":""})", {"c", "t", R"("")"});
        row("the controller folded", R"({"C":"ChAt","T":"Say"})", {"chat", "Say", "null"});
        row("no controller", R"({"T":"say"})", {"", "say", "null"});
        row("a number as topic", R"({"C":"c","T":7})", {"c", "7", "null"});
        row("quality and id", R"({"C":"c","T":"t","I":65535,"Q":1,"R":true})",
            {"c", "t", "null", 65535, true, true});
        row("as the C# client writes",
            R"({"C":"c","T":"t","D":"1","B":null,"MessageType":0,"I":0,"Q":0,"R":false})", {"c", "t", "1"});
        row("quality 2 is taken as 1", R"({"C":"c","T":"t","I":1,"Q":2})", {"c", "t", "null", 1, true});
    }

    void readsWhatTheClientsSend()
    {
        QFETCH(QByteArray, text);
        QFETCH(Message, expected);
        const auto read = readMessage(text);
        QVERIFY2(read.ok(), text);
        QCOMPARE(*read, expected);
    }

    void refusesAnotherFormat_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const QByteArray& text) { QTest::newRow(name) << text; };
        row("plain text", "hello");
        row("nothing", "");
        row("an envelope", R"({"action":"say","message":"hello"})");
        row("an array", R"(["c","t","d"])");
        row("a topic that is an object", R"({"C":"c","T":{}})");
        row("an empty topic", R"({"C":"c","T":""})");
        row("a controller that is a number", R"({"C":1,"T":"t"})");
        row("an id that is too large", R"({"C":"c","T":"t","I":65536})");
        row("an id that is huge", R"({"C":"c","T":"t","I":99999999999999999999999999})");
        row("an id below zero", R"({"C":"c","T":"t","I":-1})");
        row("half an id", R"({"C":"c","T":"t","I":1.5})");
        row("an id that is text", R"({"C":"c","T":"t","I":"1"})");
        row("quality 3", R"({"C":"c","T":"t","Q":3})");
        row("retain that is text", R"({"C":"c","T":"t","R":"true"})");
        row("a key twice", R"({"C":"c","T":"t","T":"u"})");
        row("a key in both cases", R"({"C":"c","T":"t","t":"u"})");
        row("a lone surrogate", "{\"C\":\"c\",\"T\":\"t\",\"D\":\"\\ud800\"}");
        row("deep data", R"({"C":"c","T":"t","D":)" + QByteArray(100, '[') + QByteArray(100, ']') + '}');
        row("text behind", R"({"C":"c","T":"t"} x)");
        row("bytes that are no UTF-8", "{\"C\":\"c\",\"T\":\"\xFF\"}");
    }

    void refusesAnotherFormat()
    {
        QFETCH(QByteArray, text);
        const auto read = readMessage(text);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, QByteArray("xsockets.not_a_message"));
        QVERIFY2(read.error().message.toUtf8().size() <= 123, "it has to fit into a close frame");
    }

    void keepsDeepDataInAStringAsText()
    {
        const QByteArray deep = QByteArray(100, '[') + QByteArray(100, ']');
        const auto read = readMessage(R"({"C":"c","T":"t","D":")" + deep + R"("})");
        QVERIFY(read.ok());
        QCOMPARE(read->data, '"' + deep + '"'); // nobody has to open it
    }
};

SIGNALBOX_TEST(MessageReaderTest)
#include "message_reader_test.moc"
