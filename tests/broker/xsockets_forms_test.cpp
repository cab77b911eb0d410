// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/xsockets_forms.h"

#include "server/broker/message_intake.h"
#include "server/xsockets/binary_message.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <tuple>

using namespace signalbox;
using namespace signalbox::broker;
using xsockets::Address;

class XSocketsFormsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_client = {};
        m_client.client = ClientId(3);
        m_talk = xsockets::Conversation("generic", 10);
    }

    void makesAnEnvelopeToTheTopicsGroupAndTheSender()
    {
        m_client.user = UserName::trusted("ann");
        const auto routed = routeXSockets(m_client, {"chat", "say", R"({"a":1})"});
        QVERIFY(routed.ok());
        QCOMPARE(routed->payloadBytes().toByteArray(),
                 QByteArray("{\"action\":\"say\",\"message\":\"{\\\"a\\\":1}\",\"groupId\":\"chat/"
                            "say\",\"userId\":\"ann\"}"));
        QCOMPARE(routed->recipients,
                 (Recipients{{RecipientType::Group, "chat/say"}, {RecipientType::Client, "c3"}}));
        QVERIFY(MessageIntake(10).accept(routed->payloadBytes()).ok()); // whoever gets it can read it
    }

    void refusesTopicsThatNameNoGroup()
    {
        for (const QByteArray& topic : {QByteArray(129, 'a'), QByteArray("a\nb")}) {
            QCOMPARE(routeXSockets(m_client, {"generic", topic}).error().code,
                     QByteArray("xsockets.bad_topic"));
        }
    }

    void addressesAMessageByTheGroupThatItCameThrough()
    {
        join("chat", "red");
        const RoutedMessage toGroup = envelope(R"({"action":"a","message":"m","recipients":[
            {"type":"group","value":"blue"},{"type":"group","value":"chat/red"}]})");
        QCOMPARE(addressOf(toGroup, 1), (Address{"chat", "red"}));
        const RoutedMessage toAll = envelope(R"({"action":"a","message":"m","recipients":[{"type":"all"}]})");
        QCOMPARE(addressOf(toAll, 0), (Address{"generic", "a"}));
        const RoutedMessage toNobody = envelope(R"({"action":"a","message":"m"})");
        QCOMPARE(addressOf(toNobody, -1), (Address{"generic", "a"}));
        m_client.groups.append(GroupName::trusted("blue")); // by the operator: nobody subscribed
        QCOMPARE(addressOf(toGroup, 0), (Address{"generic", "blue"}));
        const RoutedMessage toBoth = envelope(R"({"action":"a","message":"m","recipients":[
            {"type":"all"},{"type":"group","value":"chat/red"}]})");
        QCOMPARE(addressOf(toBoth, 0), (Address{"chat", "red"}));
    }

    void addressesByAFilterThatMatches()
    {
        join("chat", "+");
        const RoutedMessage toGroup =
            envelope(R"({"action":"a","message":"m","recipients":[{"type":"group","value":"chat/red"}]})");
        QCOMPARE(addressOf(toGroup, 0), (Address{"chat", "red"}));
        join("generic", "chat/red"); // says it by name
        QCOMPARE(addressOf(toGroup, 0), (Address{"generic", "chat/red"}));
    }

    void addressesTheReplyAsItWasAsked()
    {
        const auto routed = routeXSockets(m_client, {"chat", "say"});
        QCOMPARE(addressOf(*routed, 1), (Address{"chat", "say"}));
    }

    void writesOneFormForAllWhoHaveTheSameAddress()
    {
        const RoutedMessage message = envelope(
            R"({"action":"a","message":{"n" : 1},"recipients":[{"type":"group","value":"chat/red"}]})");
        xsockets::Conversation other("generic", 10);
        std::ignore = other.subscribe("generic", "chat/red");
        join("chat", "red");
        const quint32 form = xsocketsForm(m_client, m_talk, message, 0);
        QVERIFY(form != xsocketsForm(m_client, other, message, 0));
        const auto encoded = encodeXSockets(message, form);
        QVERIFY(encoded);
        QCOMPARE(encoded->payloadBytes().toByteArray(),
                 QByteArray("{\"C\":\"chat\",\"T\":\"red\",\"D\":\"{\\\"n\\\" : 1}\"}"));
    }

    void passesABlobOnInEachDialectsOwnWay()
    {
        xsockets::Message said{"chat", "file", R"({"name":"a.png"})"};
        said.blob = QByteArray("\0\1\xff", 3);
        const auto routed = routeXSockets(m_client, said);
        QCOMPARE(routed->form, MessageForm::BinaryEnvelope);
        QCOMPARE(routed->payloadBytes().toByteArray(),
                 QByteArray(R"({"action":"file","message":"AAH/","metadata":{"name":"a.png"},)"
                            R"("groupId":"chat/file"})"));
        const auto encoded = encodeXSockets(*routed, xsocketsForm(m_client, m_talk, *routed, 1));
        QCOMPARE(encoded->header.opcode, websocket::Opcode::Binary);
        const auto read = xsockets::readBinaryMessage(encoded->payloadBytes());
        QVERIFY(read.ok());
        QCOMPARE(*read, said);
    }

    void makesAMessageWithABlobOfABinaryEnvelope()
    {
        RoutedMessage message = envelope(R"({"action":"message","message":"AAH/"})");
        message.form = MessageForm::BinaryEnvelope;
        const auto encoded = encodeXSockets(message, xsocketsForm(m_client, m_talk, message, -1));
        const auto read = xsockets::readBinaryMessage(encoded->payloadBytes());
        QCOMPARE(*read->blob, QByteArray("\0\1\xff", 3));
    }

    void passesOnWhatTheOperatorWroteAsItIs()
    {
        RoutedMessage message = envelope(R"({"action":"a"})");
        message.form = MessageForm::Verbatim;
        const quint32 form = xsocketsForm(m_client, m_talk, message, -1);
        QVERIFY(!encodeXSockets(message, form));
        QCOMPARE(xsocketsAddress(message, form), (Address{"generic", ""}));
    }

private:
    Address addressOf(const RoutedMessage& message, int recipient) const
    {
        return xsocketsAddress(message, xsocketsForm(m_client, m_talk, message, recipient));
    }
    void join(const QByteArray& controller, const QByteArray& topic)
    {
        m_client.groups.append(m_talk.subscribe(controller, topic)->group);
    }
    static RoutedMessage envelope(const QByteArray& text)
    {
        return std::move(MessageIntake(10).accept(text).value().message);
    }

    link::ClientInfo m_client;
    xsockets::Conversation m_talk{"generic", 10};
};

SIGNALBOX_TEST(XSocketsFormsTest)
#include "xsockets_forms_test.moc"
