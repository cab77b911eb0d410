// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/xsockets_subscriptions.h"

#include "tests/broker/xsockets_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <optional>

using namespace signalbox;
using namespace signalbox::broker;
using tests::FakeStream;
using tests::XSocketsBench;
using websocket::Opcode;
using xsockets::Message;

namespace {

xsockets::Retained retained(quint64 sequence, const QByteArray& group, const QByteArray& data)
{
    return {group, std::make_shared<const Message>(Message{"chat", "red", data, 0, true, true}), sequence};
}

xsockets::Owed owed(quint64 sequence, quint16 id, const QByteArray& data)
{
    return {retained(sequence, {}, data).message, {"chat", "red", id}, sequence};
}

} // namespace

class XSocketsSubscriptionsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench.emplace(); }

    void givesANewSubscriberWhatIsRetainedAndNotDeliveredAnyway()
    {
        FakeStream& ann = m_bench->open();
        m_bench->bench.counters.sequenceSeen = 5;
        say(ann, R"({"C":"chat","T":"5","D":"+"})");
        QCOMPARE(m_bench->asked<xsockets_question::Retained>().group, QByteArray("chat/+"));
        m_bench->deliver(6, "red", "\"live\"");
        ann.written.clear();
        m_bench->questions.answered(m_bench->ticket, std::vector{retained(4, "chat/blue", "\"old\""),
                                                                 retained(6, "chat/red", "\"live\"")});
        const auto messages = XSocketsBench::take(ann);
        QCOMPARE(messages.size(), size_t(1));
        QCOMPARE(messages[0].topic, QByteArray("blue"));
        QCOMPARE(messages[0].data, QByteArray("\"old\""));
        QVERIFY(messages[0].retained);
        QCOMPARE(messages[0].id, quint16(2)); // behind the live one
    }

    void givesWhoHasGoneAgainNothing()
    {
        FakeStream& ann = m_bench->open();
        say(ann, R"({"C":"chat","T":"5","D":"red"})");
        std::ignore = m_bench->asked<xsockets_question::Retained>();
        say(ann, R"({"C":"chat","T":"6","D":"red"})");
        ann.written.clear();
        m_bench->questions.answered(m_bench->ticket, std::vector{retained(0, "chat/red", "1")});
        QVERIFY(ann.written.isEmpty());
    }

    void saysWhenMoreIsRetainedThanTheQueueHolds()
    {
        FakeStream& ann = m_bench->open(false);
        say(ann, "{\"C\":\"chat\",\"T\":\"5\",\"D\":\"#\"}");
        std::ignore = m_bench->asked<xsockets_question::Retained>();
        ann.written.clear();
        ann.room = 0;
        const QByteArray large = '"' + QByteArray(300 * 1024, 'x') + '"';
        m_bench->questions.answered(m_bench->ticket,
                                    std::vector{retained(0, "chat/a", large), retained(0, "chat/b", large)});
        QVERIFY(m_bench->clients.at(0).connection().isOpen());
        QCOMPARE(m_bench->bench.counters.xsockets.notKept, quint64(1));
        ann.takeMore(1'000'000);
        QVERIFY(ann.written.contains("xsockets.too_much_retained"));
    }

    void givesAClientThatIsBackItsSubscriptionsAndWhatItMissedInOrder()
    {
        FakeStream& ann = m_bench->open(true, true);
        say(ann, R"({"C":"chat","T":"1"})");
        const auto question = m_bench->asked<xsockets_question::Resume>();
        QCOMPARE(question.persistentId, QByteArray("pi"));
        QCOMPARE(question.controller, QByteArray("chat"));
        ann.written.clear();
        m_bench->questions.answered(
            m_bench->ticket,
            XSocketsResumed{{"red"}, {owed(3, 7, "\"sent\""), owed(5, 0, "\"missed\"")}, 2, 9});
        const auto messages = XSocketsBench::take(ann);
        QCOMPARE(messages.size(), size_t(3));
        QCOMPARE(messages[0].data, QByteArray("\"sent\""));
        QCOMPARE(messages[0].id, quint16(7)); // as it was: the client may know it
        QCOMPARE(messages[1].data, QByteArray("\"missed\""));
        QCOMPARE(messages[1].id, quint16(10));
        QVERIFY(messages[2].data.contains("xsockets.messages_missed"));
        const link::ClientInfo told = *m_bench->bench.toHub<hub_task::ClientChanged>().back().client;
        QCOMPARE(told.groups, QList<GroupName>{GroupName::trusted("chat/red")});
        QCOMPARE(told.subscriptions.size(), 1);
        m_bench->deliver(6, "red");
        QCOMPARE(XSocketsBench::take(ann).at(0).id, quint16(11));
    }

    void givesNothingTwiceToAClientThatSubscribedAnewMeanwhile()
    {
        FakeStream& ann = m_bench->open(true, true);
        m_bench->bench.counters.sequenceSeen = 4;
        say(ann, R"({"C":"chat","T":"1"})");
        std::ignore = m_bench->asked<xsockets_question::Resume>();
        const quint64 resume = m_bench->ticket;
        say(ann, R"({"C":"chat","T":"5","D":"red"})");
        std::ignore = m_bench->asked<xsockets_question::Retained>();
        m_bench->deliver(5, "red", "\"live\"");
        ann.written.clear();
        m_bench->questions.answered(
            resume, XSocketsResumed{{"red"}, {owed(4, 0, "\"missed\""), owed(5, 0, "\"live\"")}, 0, 9});
        m_bench->questions.answered(m_bench->ticket, std::vector{retained(4, "chat/red", "\"missed\"")});
        const auto messages = XSocketsBench::take(ann);
        QCOMPARE(messages.size(), size_t(1));
        QCOMPARE(messages[0].data, QByteArray("\"missed\""));
    }

    void givesBackWhatNobodyIsThereForAnyMore()
    {
        FakeStream& ann = m_bench->open(true, true);
        say(ann, R"({"C":"chat","T":"1"})");
        std::ignore = m_bench->asked<xsockets_question::Resume>();
        ann.breakOff();
        m_bench->bench.counters.sequenceSeen = 8;
        m_bench->questions.answered(m_bench->ticket, XSocketsResumed{{"red"}, {owed(3, 7, "1")}, 1, 9});
        const auto leave = m_bench->asked<xsockets_question::Leave>();
        QCOMPARE(leave.seen, quint64(8));
        QCOMPARE(leave.lastId, quint16(9));
        QCOMPARE(leave.controllers[0].owed.size(), size_t(1));
        QCOMPARE(leave.controllers[0].missed, quint64(1));
    }

    void asksForNothingOfAClientThatIsNewOrDoesNotAcknowledge()
    {
        for (const auto& [acknowledges, isBack] : {std::pair{true, false}, std::pair{false, true}}) {
            say(m_bench->open(acknowledges, isBack), R"({"C":"chat","T":"1"})");
        }
        for (const auto& task : m_bench->bench.toHub<hub_task::AskXSockets>()) {
            QVERIFY(!std::holds_alternative<xsockets_question::Resume>(task.question));
        }
    }

    void throwsAwayWhatACleanSessionDoesNotWant()
    {
        FakeStream& ann = m_bench->open(true, true);
        xsocketsStateOf(m_bench->clients.at(0)).isClean = true;
        say(ann, R"({"C":"chat","T":"1"})");
        std::ignore = m_bench->asked<xsockets_question::Resume>(); // so that the hub has it no more
        ann.written.clear();
        m_bench->questions.answered(m_bench->ticket, XSocketsResumed{{"red"}, {owed(3, 7, "1")}, 0, 9});
        QVERIFY(ann.written.isEmpty());
        QVERIFY(m_bench->clients.at(0).info().groups.isEmpty());
    }

private:
    static void say(FakeStream& stream, const QByteArray& text) { stream.receive(Opcode::Text, text); }

    std::optional<XSocketsBench> m_bench;
};

SIGNALBOX_TEST(XSocketsSubscriptionsTest)
#include "xsockets_subscriptions_test.moc"
