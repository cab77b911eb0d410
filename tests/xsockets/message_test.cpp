// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/message.h"

#include "server/xsockets/message_reader.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::xsockets;

class XSocketsMessageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesUpperCaseAndDataAsAString()
    {
        const QByteArray expected = "{\"C\":\"chat\",\"T\":\"say\",\"D\":\"{\\\"Text\\\":\\\"Hi\\\"}\"}";
        QCOMPARE(messageText({"chat", "say"}, R"({"Text":"Hi"})"), expected);
        QCOMPARE(messageText({"chat", "say", 7}, "1"),
                 QByteArray(R"({"C":"chat","T":"say","D":"1","I":7,"Q":1})"));
    }

    void readsWhatItWrites()
    {
        const QByteArray data = "{\"a\":\"\\u0001 \\\" \xC3\xA4\"}";
        const auto read = readMessage(messageText({"c", "t\"u", 65535}, data));
        QVERIFY(read.ok());
        QCOMPARE(*read, (Message{"c", "t\"u", data, 65535, true}));
    }

    void saysDataAsTheMessageOfAnEnvelopeAndBack_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("an object") << QByteArray(R"({"a":1})") << QByteArray("\"{\\\"a\\\":1}\"");
        QTest::newRow("a text") << QByteArray(R"("hi")") << QByteArray(R"("hi")");
        QTest::newRow("a number") << QByteArray("42") << QByteArray(R"("42")");
        QTest::newRow("null") << QByteArray("null") << QByteArray(R"("null")");
    }

    void saysDataAsTheMessageOfAnEnvelopeAndBack()
    {
        QFETCH(QByteArray, data);
        QFETCH(QByteArray, message);
        QCOMPARE(dataAsEnvelopeMessage(data), message);
        QCOMPARE(dataOfEnvelopeMessage(message), data);
    }

    void takesTheMessageOfAnEnvelopeThatIsNoStringAsItStands()
    {
        QCOMPARE(dataOfEnvelopeMessage(R"({"a" : 1})"), QByteArray(R"({"a" : 1})"));
    }
};

SIGNALBOX_TEST(XSocketsMessageTest)
#include "message_test.moc"
