// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/message_intake.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::broker;

class MessageIntakeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void passesTheBytesOnInOneFrame_data()
    {
        QTest::addColumn<int>("messageBytes");
        for (const int bytes : {0, 90, 125, 126, 65'500, 65'536, 200'000}) {
            QTest::addRow("%d bytes", bytes) << bytes;
        }
    }

    void passesTheBytesOnInOneFrame()
    {
        QFETCH(int, messageBytes);
        const QByteArray text =
            "{ \"action\":\"a\" , \"x\":1.0, \"message\":\"" + QByteArray(messageBytes, 'm') + "\"}";
        const auto accepted = m_intake.accept(text);
        QVERIFY(accepted);
        QVERIFY(accepted->bytesAsSent);
        const RoutedMessage& message = accepted->message;
        QCOMPARE(message.payloadBytes(), QByteArrayView(text));
        QCOMPARE(message.frame.size(), message.header.headerBytes() + text.size());
        QCOMPARE(message.frame.at(0), '\x81');
    }

    void saysWhenTheCaseOfAKeyWasPutRight()
    {
        const auto accepted = m_intake.accept(R"({"Action":"a","GROUPID":"g"})");
        QVERIFY(accepted);
        QVERIFY(!accepted->bytesAsSent);
        QCOMPARE(accepted->message.payloadBytes(), QByteArrayView(R"({"action":"a","groupId":"g"})"));
    }

    void readsTheRecipients()
    {
        const auto accepted =
            m_intake.accept(R"({"action":"a","recipients":[{"type":"TAG","value":"x"},{"type":"all"}]})");
        QVERIFY(accepted);
        QCOMPARE(accepted->message.recipients.size(), qsizetype(2));
        QVERIFY(!accepted->message.answerTo.has_value());
    }

    void refusesMoreRecipientsThanItMayTake()
    {
        const auto refused =
            m_intake.accept(R"({"action":"a","recipients":[{"type":"all"},{"type":"all"},{"type":"all"}]})");
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QByteArray("envelope.too_many_recipients"));
    }

private:
    MessageIntake m_intake{2};
};

SIGNALBOX_TEST(MessageIntakeTest)
#include "message_intake_test.moc"
