// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/xsockets/conversation.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::xsockets;
using Opening = Conversation::Opening;

class ConversationTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensAControllerOnce()
    {
        QVERIFY(*m_talk.open("chat") == Opening::IsNew);
        QVERIFY(*m_talk.open("chat") == Opening::WasOpen);
        QCOMPARE(m_talk.controllers(), QList<QByteArray>{"chat"});
    }

    void refusesControllers_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("a slash") << QByteArray("a/b");
        QTest::newRow("a line feed") << QByteArray("a\nb");
        QTest::newRow("65 bytes") << QByteArray(65, 'a');
    }

    void refusesControllers()
    {
        QFETCH(QByteArray, name);
        QCOMPARE(m_talk.open(name).error().code, QByteArray("xsockets.bad_controller"));
    }

    void opensSoManyControllersAndNoMore()
    {
        QVERIFY(m_talk.open("a").ok());
        QVERIFY(m_talk.open("b").ok());
        QCOMPARE(m_talk.open("c").error().code, QByteArray("xsockets.too_many_controllers"));
        m_talk.close("a");
        QVERIFY(m_talk.open("c").ok());
    }

    void putsSubscribersIntoTheTopicsGroup()
    {
        QCOMPARE(m_talk.subscribe("generic", "say")->group.bytes(), QByteArray("say"));
        QCOMPARE(m_talk.subscribe("chat", "say")->group.bytes(), QByteArray("chat/say"));
        QCOMPARE(m_talk.controllerFor("say"), QByteArray("generic"));
        QCOMPARE(m_talk.controllerFor("chat/say"), QByteArray("chat"));
        QCOMPARE(m_talk.controllerFor("chat/other"), QByteArray("generic"));
        QVERIFY(m_talk.subscribe("chat", "say").ok()); // once more
        QCOMPARE(m_talk.subscriptions().size(), 2);
    }

    void refusesTopicsThatAreNoNames()
    {
        QCOMPARE(m_talk.subscribe("generic", "").error().code, QByteArray("xsockets.bad_topic"));
        QCOMPARE(m_talk.subscribe("chat", QByteArray(124, 'a')).error().code,
                 QByteArray("xsockets.bad_topic"));
        QVERIFY(m_talk.subscribe("chat", QByteArray(123, 'a')).ok());
    }

    void findsTheControllerThatSubscribesWithWildcards()
    {
        QVERIFY(m_talk.subscribe("chat", "room/+").ok());
        QCOMPARE(m_talk.controllerFor("chat/room/1"), QByteArray("chat"));
        QCOMPARE(m_talk.controllerFor("chat/room/1/2"), QByteArray("generic")); // nobody's
        QVERIFY(m_talk.unsubscribe("chat", "room/+"));
        QCOMPARE(m_talk.controllerFor("chat/room/1"), QByteArray("generic"));
        QVERIFY(!m_talk.isSubscribed("chat", "room/+"));
        QCOMPARE(m_talk.subscribe("generic", "#/a").error().code, QByteArray("xsockets.bad_topic"));
    }

    void keepsAGroupThatTwoSubscriptionsNeed()
    {
        const auto group = m_talk.subscribe("chat", "red")->group;
        QCOMPARE(m_talk.subscribe("generic", "chat/red")->group, group);
        QVERIFY(m_talk.unsubscribe("chat", "red"));
        QVERIFY(m_talk.needs(group));
        QCOMPARE(m_talk.controllerFor("chat/red"), QByteArray("generic"));
        QVERIFY(m_talk.unsubscribe("generic", "chat/red"));
        QVERIFY(!m_talk.needs(group));
        QVERIFY(!m_talk.unsubscribe("generic", "chat/red"));
    }

    void endsTheSubscriptionsOfAControllerThatCloses()
    {
        QVERIFY(m_talk.open("chat").ok());
        QVERIFY(m_talk.subscribe("chat", "a").ok());
        QVERIFY(m_talk.subscribe("generic", "b").ok());
        QVERIFY(m_talk.subscribe("chat", "c").ok());
        QCOMPARE(m_talk.close("chat").size(), 2);
        QCOMPARE(m_talk.subscriptions().size(), 1);
        QVERIFY(!m_talk.isOpen("chat"));
    }

    void forgetsWhatTheOperatorEnded()
    {
        const auto group = m_talk.subscribe("chat", "a")->group;
        m_talk.leave(group);
        QVERIFY(m_talk.subscriptions().isEmpty());
        QVERIFY(!m_talk.needs(group));
    }

    void init() { m_talk = Conversation("generic", 2); }

private:
    Conversation m_talk{"generic", 2};
};

SIGNALBOX_TEST(ConversationTest)
#include "conversation_test.moc"
