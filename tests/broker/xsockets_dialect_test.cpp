// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/xsockets_dialect.h"

#include "server/broker/deliverer.h"

#include "tests/broker/worker_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <memory>

using namespace signalbox;
using namespace signalbox::broker;
using tests::FakeStream;
using tests::WorkerBench;
using websocket::encodeFrame;
using websocket::Opcode;

namespace {

constexpr const char* openedText = "{\"C\":\"chat\",\"T\":\"2\",\"D\":\"{\\\"CI\\\":\\\"ci\\\",\\\"PI\\\":"
                                   "\\\"pi\\\",\\\"C\\\":\\\"chat\\\"}\"}";

Settings twoGroups()
{
    Settings settings;
    settings.limits.maxGroupsPerClient = 2;
    return settings;
}

} // namespace

class XSocketsDialectTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<Fixture>(); }

    void tellsTheHubWhatAClientHasOpenAndSubscribedTo()
    {
        FakeStream& ann = open();
        ann.receive(Opcode::Text, R"({"c":"chat","t":"5","d":{"t":"red","a":true}})");
        const QByteArray expected =
            "{\"C\":\"chat\",\"T\":\"__red\",\"D\":\"{\\\"T\\\":\\\"red\\\",\\\"A\\\":true}\"}";
        QCOMPARE(ann.written,
                 encodeFrame(Opcode::Text, QByteArray(openedText)) + encodeFrame(Opcode::Text, expected));
        const link::ClientInfo told = *m_fixture->bench.toHub<hub_task::ClientChanged>().back().client;
        QCOMPARE(told.dialect, QByteArray("xsockets"));
        QCOMPARE(told.controllers, QList<QByteArray>{"chat"});
        QCOMPARE(told.subscriptions,
                 (QList<link::Subscription>{{"chat", "red", GroupName::trusted("chat/red")}}));
        QCOMPARE(told.groups, QList<GroupName>{GroupName::trusted("chat/red")});
    }

    void tellsTheHubOfAMessagesChangesOnce()
    {
        FakeStream& ann = open();
        const auto changes = [this] { return m_fixture->bench.toHub<hub_task::ClientChanged>().size(); };
        ann.receive(Opcode::Text, R"({"C":"chat","T":"5","D":"red"})"); // opens and subscribes
        QCOMPARE(changes(), size_t(1));
        ann.receive(Opcode::Text, R"({"C":"chat","T":"5","D":"red"})"); // nothing is new
        QCOMPARE(changes(), size_t(1));
        ann.receive(Opcode::Text, R"({"C":"chat","T":"5","D":"blue"})");
        ann.receive(Opcode::Text, R"({"C":"chat","T":"6","D":"red"})");
        QCOMPARE(changes(), size_t(3));
        ann.receive(Opcode::Text, R"({"C":"chat","T":"3"})"); // closes, and leaves what is left
        QCOMPARE(changes(), size_t(4));
    }

    void sendsWhatIsAcknowledgedByWayOfTheHubAndAllThatFollows()
    {
        FakeStream& ann = open();
        ann.receive(Opcode::Text, R"({"C":"chat","T":"red","D":"1"})");
        QCOMPARE(m_fixture->bench.toWorker<worker_task::Deliver>().size(), size_t(1));
        ann.receive(Opcode::Text, R"({"C":"chat","T":"red","D":"2","Q":1,"I":7})");
        ann.receive(Opcode::Text, R"({"C":"chat","T":"red","D":"3"})");
        QCOMPARE(m_fixture->bench.toWorker<worker_task::Deliver>().size(), size_t(1));
        const auto sequenced = m_fixture->bench.toHub<hub_task::Sequence>();
        QCOMPARE(sequenced.size(), size_t(2));
        QCOMPARE(sequenced[1].message.xsockets->data, QByteArray("3"));
        QCOMPARE(sequenced[0].sender, ClientId(1));
    }

    void letsAMutedClientAcknowledge()
    {
        FakeStream& ann = open();
        m_fixture->clients.mute(m_fixture->clients.at(0), WallTime::max());
        ann.receive(Opcode::Text, R"({"C":"chat","T":"9","I":1})");
        QVERIFY(ann.written.isEmpty());
    }

    void closesForABinaryMessageThatIsCutOffOrLies()
    {
        for (const QByteArray& payload :
             {QByteArray(7, '\0'), QByteArray("\xff\xff\xff\xff\xff\xff\xff\x7f{}", 10),
              QByteArray("\x03\0\0\0\0\0\0\0{}", 10), QByteArray(8, '\0')}) {
            const quint64 refused = m_fixture->bench.counters.messagesRefused;
            FakeStream& ann = open();
            ann.receive(Opcode::Binary, payload);
            QVERIFY(ann.written.contains("of XSockets"));
            QCOMPARE(m_fixture->bench.counters.messagesRefused, refused + 1);
        }
    }

    void encodesAMessageOnceForAllWhoSubscribeAlike()
    {
        FakeStream& ann = open();
        FakeStream& bob = open();
        for (FakeStream* const stream : {&ann, &bob}) {
            stream->receive(Opcode::Text, R"({"C":"chat","T":"5","D":"red"})");
            stream->written.clear();
        }
        ann.receive(Opcode::Text, R"({"C":"chat","T":"red","D":"1"})");
        const auto posted = m_fixture->bench.toWorker<worker_task::Deliver>();
        QCOMPARE(posted.size(), size_t(1));
        Session& first = m_fixture->clients.at(0);
        Session& second = m_fixture->clients.at(1);
        QCOMPARE(m_fixture->dialect.formFor(first, *posted[0].message, 0),
                 m_fixture->dialect.formFor(second, *posted[0].message, 0));
        Deliverer deliverer(m_fixture->bench.context, m_fixture->clients);
        deliverer.deliver(posted[0].message);
        deliverer.finishTurn();
        const QByteArray frame = encodeFrame(Opcode::Text, QByteArray(R"({"C":"chat","T":"red","D":"1"})"));
        QCOMPARE(ann.written, frame); // once, though it is named as sender and as member
        QCOMPARE(bob.written, frame);
    }

    void leavesAGroupThatTheOperatorTookTheClientOutOf()
    {
        FakeStream& ann = open();
        ann.receive(Opcode::Text, R"({"C":"chat","T":"5","D":"red"})");
        m_fixture->clients.leave(m_fixture->clients.at(0), GroupName::trusted("chat/red"));
        QVERIFY(m_fixture->bench.toHub<hub_task::ClientChanged>().back().client->subscriptions.isEmpty());
    }

    void joinsNoMoreGroupsThanAClientMayHave()
    {
        FakeStream& ann = open();
        for (const char* topic : {"a", "b"}) {
            ann.receive(Opcode::Text, QByteArray("{\"C\":\"chat\",\"T\":\"5\",\"D\":\"") + topic + "\"}");
        }
        ann.written.clear();
        ann.receive(Opcode::Text, R"({"C":"chat","T":"5","D":"c"})");
        QVERIFY(ann.written.contains("xsockets.too_many_subscriptions"));
        QCOMPARE(m_fixture->clients.at(0).info().groups.size(), 2);
        QCOMPARE(m_fixture->clients.at(0).info().subscriptions.size(), 2);
    }

    void tellsAMutedClientInItsOwnFormat()
    {
        FakeStream& ann = open();
        m_fixture->clients.mute(m_fixture->clients.at(0), WallTime::max());
        ann.receive(Opcode::Text, R"({"C":"chat","T":"red","D":"1"})");
        QVERIFY(m_fixture->bench.toWorker<worker_task::Deliver>().empty());
        QVERIFY(ann.written.contains(R"({"C":"","T":"4")"));
        QVERIFY(ann.written.contains("client.muted"));
    }

    void answersAndForgetsNothingWhenAControllerIsClosed()
    {
        FakeStream& ann = open();
        ann.receive(Opcode::Text, R"({"C":"chat","T":"set_a","D":"1"})");
        ann.receive(Opcode::Text, R"({"C":"chat","T":"5","D":"red"})");
        ann.written.clear();
        ann.receive(Opcode::Text, R"({"C":"chat","T":"3"})");
        QCOMPARE(ann.written, encodeFrame(Opcode::Text, QByteArray(R"({"C":"chat","T":"3","D":"null"})")));
        QVERIFY(m_fixture->clients.at(0).info().groups.isEmpty());
        ann.written.clear();
        ann.receive(Opcode::Text, R"({"C":"chat","T":"get_a"})");
        QCOMPARE(ann.written,
                 encodeFrame(Opcode::Text, QByteArray(openedText)) +
                     encodeFrame(Opcode::Text, QByteArray(R"({"C":"chat","T":"get_a","D":"1"})")));
    }

private:
    FakeStream& open()
    {
        auto state = std::make_shared<XSocketsState>("", xsockets::Conversation("generic", 10), 1'000);
        state->connectionId = "ci";
        state->persistentId = "pi";
        return m_fixture->bench.open(m_fixture->clients, m_fixture->dialect, {}, {}, std::move(state));
    }

    struct Fixture {
        WorkerBench bench{twoGroups()};
        ClientTable clients{bench.context};
        XSocketsQuestions questions{bench.context};
        XSocketsDelivery delivery{bench.context, clients};
        XSocketsSubscriptions subscriptions{bench.context, clients, questions, delivery};
        ServiceControllers controllers{bench.context};
        XSocketsDialect dialect{bench.context, clients, questions, delivery, subscriptions, controllers};
    };
    std::unique_ptr<Fixture> m_fixture;
};

SIGNALBOX_TEST(XSocketsDialectTest)
#include "xsockets_dialect_test.moc"
