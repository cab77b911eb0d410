// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/message_writer.h"

#include "server/xsockets/binary_message.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::xsockets;

class MessageWriterTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysThatAMessageComesFromTheStore()
    {
        const Message message{"chat", "red", "1"};
        QCOMPARE(messagePayload({"chat", "red"}, message), QByteArray(R"({"C":"chat","T":"red","D":"1"})"));
        QCOMPARE(messagePayload({"chat", "red"}, message, true),
                 QByteArray(R"({"C":"chat","T":"red","D":"1","R":true})"));
    }

    void numbersATextAsIfItHadBeenWrittenWithTheId()
    {
        const QByteArray without = messageText({"chat", "red"}, "1");
        QCOMPARE(withId(without, false, 65535), messageText({"chat", "red", 65535}, "1"));
    }

    void numbersABinaryMessageAndLeavesTheBlobAlone()
    {
        Message message{"chat", "red", "1"};
        message.blob = QByteArray("}\0\xff", 3);
        const QByteArray numbered = withId(messagePayload({"chat", "red"}, message), true, 7);
        const auto read = readBinaryMessage(numbered);
        QVERIFY(read.ok());
        QCOMPARE(read->id, quint16(7));
        QVERIFY(read->acknowledged);
        QCOMPARE(*read->blob, *message.blob);
    }
};

SIGNALBOX_TEST(MessageWriterTest)
#include "message_writer_test.moc"
