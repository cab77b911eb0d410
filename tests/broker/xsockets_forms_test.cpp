// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/xsockets_forms.h"

#include "server/broker/message_intake.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

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
        QCOMPARE(xsocketsAddress(m_client, m_talk, toGroup), (Address{"chat", "red"}));
        const RoutedMessage toAll = envelope(R"({"action":"a","message":"m","recipients":[{"type":"all"}]})");
        QCOMPARE(xsocketsAddress(m_client, m_talk, toAll), (Address{"generic", "a"}));
        m_client.groups.append(GroupName::trusted("blue")); // by the operator: nobody subscribed
        QCOMPARE(xsocketsAddress(m_client, m_talk, toGroup), (Address{"generic", "blue"}));
    }

    void addressesTheReplyAsItWasAsked()
    {
        const auto routed = routeXSockets(m_client, {"chat", "say"});
        QCOMPARE(xsocketsAddress(m_client, m_talk, *routed), (Address{"chat", "say"}));
    }

    void writesOneFormForAllWhoHaveTheSameAddress()
    {
        const QByteArray form = xsocketsForm({"chat", "red"});
        QCOMPARE(form, xsocketsForm({"chat", "red"}));
        QVERIFY(form != xsocketsForm({"generic", "chat/red"}));
        const auto encoded = encodeXSockets(envelope(R"({"action":"a","message":{"n" : 1}})"), form);
        QVERIFY(encoded);
        QCOMPARE(encoded->payloadBytes().toByteArray(),
                 QByteArray("{\"C\":\"chat\",\"T\":\"red\",\"D\":\"{\\\"n\\\" : 1}\"}"));
    }

    void passesOnWhatTheOperatorWroteAsItIs()
    {
        RoutedMessage message = envelope(R"({"action":"a"})");
        message.form = MessageForm::Verbatim;
        QVERIFY(!encodeXSockets(message, xsocketsForm({"generic", "a"})));
        QCOMPARE(xsocketsAddress(m_client, m_talk, message), (Address{"generic", ""}));
    }

private:
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
