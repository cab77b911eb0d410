// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/topics.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::xsockets;

class TopicsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsEveryReservedTopic_data()
    {
        QTest::addColumn<QByteArray>("topic");
        QTest::addColumn<int>("verb");
        const auto row = [](const char* topic, Verb verb) {
            QTest::newRow(topic) << QByteArray(topic) << static_cast<int>(verb);
        };
        row("0", Verb::AuthenticationFailed);
        row("1", Verb::Open);
        row("2", Verb::Opened);
        row("3", Verb::Close);
        row("4", Verb::Error);
        row("5", Verb::Subscribe);
        row("6", Verb::Unsubscribe);
        row("7", Verb::Ping);
        row("8", Verb::Pong);
        row("9", Verb::Acknowledge);
        row("10", Verb::Release);
        row("11", Verb::Received);
        row("12", Verb::Complete);
        row("13", Verb::SubscribeAcknowledge);
        row("14", Verb::UnsubscribeAcknowledge);
        row("s1", Verb::StorageSet);
        row("s2", Verb::StorageGet);
        row("s3", Verb::StorageRemove);
        row("s4", Verb::StorageClear);
    }

    void knowsEveryReservedTopic()
    {
        QFETCH(QByteArray, topic);
        QFETCH(int, verb);
        QCOMPARE(static_cast<int>(verbOf(topic)), verb);
        QCOMPARE(static_cast<int>(verbOf(topic.toUpper())), verb);
        QCOMPARE(topicOf(static_cast<Verb>(verb)), topic);
    }

    void takesPropertiesByTheirPrefix()
    {
        QVERIFY(verbOf("set_UserName") == Verb::SetProperty);
        QVERIFY(verbOf("GET_username") == Verb::GetProperty);
        QCOMPARE(propertyName("set_UserName"), QByteArray("username"));
        QCOMPARE(propertyName("GET_username"), QByteArray("username"));
    }

    void publishesEverythingElse()
    {
        for (const char* topic : {"chatmessage", "15", "00", "s5", "set_", "get_", "__say", "5 "}) {
            QVERIFY2(verbOf(topic) == Verb::Publish, topic);
        }
    }

    void namesTheGroupOfATopic()
    {
        QCOMPARE(groupOf("generic", "say"), QByteArray("say"));
        QCOMPARE(groupOf("chat", "say"), QByteArray("chat/say"));
        QCOMPARE(topicWithin("generic", "chat/say"), QByteArray("chat/say"));
        QCOMPARE(topicWithin("chat", "chat/say"), QByteArray("say"));
    }
};

SIGNALBOX_TEST(TopicsTest)
#include "topics_test.moc"
