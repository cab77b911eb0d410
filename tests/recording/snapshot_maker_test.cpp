// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/snapshot_maker.h"

#include "tests/recording/capture_bench.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::recording;
using signalbox::tests::CaptureBench;
using signalbox::tests::deliveriesTo;

namespace {

QByteArray envelope(const QByteArray& recipients)
{
    return R"({"action":"say","recipients":[)" + recipients + "]}";
}
QByteArray recipient(const QByteArray& type, const QByteArray& value)
{
    return R"({"type":")" + type + R"(","value":")" + value + R"("})";
}

routing::Member member(quint64 client, const QByteArray& user, const QByteArray& group = {},
                       const QByteArray& tag = {})
{
    routing::Member made{ClientId(client), UserName::trusted(user), {}, {}};
    if (!group.isEmpty()) {
        made.groups.append(GroupName::trusted(group));
    }
    if (!tag.isEmpty()) {
        made.tags.append(TagName::trusted(tag));
    }
    return made;
}

void introduce(CaptureBench& bench, quint32 producer, qint64 time,
               const std::vector<routing::Member>& members = {})
{
    CaptureWriter& writer = *bench.writers.at(producer);
    writer.beginIntroduction(CaptureBench::at(time));
    for (const routing::Member& one : members) {
        writer.recordClientKnown(CaptureBench::at(time), one);
    }
    writer.endIntroduction(CaptureBench::at(time));
}

void open(CaptureBench& bench, qint64 time, const routing::Member& one)
{
    bench.writers[0]->recordOpened(CaptureBench::at(time), one, {}, {});
}

/// "c1 reached 0, c2 excluded 1, c3 no"
QByteArray inWords(const std::optional<link::RoutingSnapshot>& routing)
{
    if (!routing) {
        return "not known";
    }
    QByteArrayList all;
    for (size_t i = 0; i < routing->decisions.size(); ++i) {
        const Decision& decision = routing->decisions[i];
        if (routing->population.at(i).client != decision.client) {
            return "not in the order of the population";
        }
        const QByteArray index = ' ' + QByteArray::number(decision.recipientIndex);
        all += decision.client.text() + (decision.verdict == Verdict::Reached    ? " reached" + index
                                         : decision.verdict == Verdict::Excluded ? " excluded" + index
                                                                                 : QByteArray(" no"));
    }
    return all.join(", ");
}

constexpr MessageId theMessage{5};

/// ann in red, bob in red with the tag vip, cat in no group; then the message, which is the last row.
QByteArray decided(const QByteArray& envelopeText, const std::vector<Delivery>& deliveries)
{
    CaptureBench bench;
    introduce(bench, 0, 1, {member(1, "ann", "red"), member(2, "bob", "red", "vip"), member(3, "cat")});
    bench.receive(0, 10, 1, envelopeText, theMessage);
    bench.deliver(0, 11, theMessage, deliveries);
    bench.drain();
    return inWords(bench.maker.detail(1).routing);
}

} // namespace

class SnapshotMakerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPublishOfXSocketsIsForItsTopicsGroupAndItsSender()
    {
        CaptureBench bench;
        introduce(bench, 0, 1);
        quint64 client = 0;
        for (const char* const group : {"chat/other", "chat/+", "chat/far/#"}) {
            routing::Member one = member(++client, {}, group);
            one.groupsAreFilters = true;
            open(bench, 2, one);
        }
        bench.recordXSockets(3, 1, link::Direction::Received, R"({"T":"say","D":1})", "chat", MessageId(18));
        bench.deliver(0, 4, MessageId(18), deliveriesTo(1, 2));
        bench.drain();
        QCOMPARE(inWords(bench.maker.detail(4).routing), QByteArray("c1 reached 1, c2 reached 0, c3 no"));
    }

    void saysWhoWasReachedAndWhy_data()
    {
        QTest::addColumn<QByteArray>("recipients");
        QTest::addColumn<std::vector<Delivery>>("deliveries");
        QTest::addColumn<QByteArray>("decisions");
        QTest::newRow("no recipients: the default group")
            << QByteArray() << deliveriesTo(3, 1) << QByteArray("c1 no, c2 no, c3 reached -1");
        QTest::newRow("a group") << recipient("group", "red") << deliveriesTo(1, 2)
                                 << QByteArray("c1 reached 0, c2 reached 0, c3 no");
        QTest::newRow("a group but one of its users")
            << recipient("group", "red") + ',' + recipient("allButUser", "ann") << deliveriesTo(2, 1)
            << QByteArray("c1 excluded 1, c2 reached 0, c3 no");
        QTest::newRow("a tag") << recipient("tag", "vip") << deliveriesTo(2, 1)
                               << QByteArray("c1 no, c2 reached 0, c3 no");
        QTest::newRow("all but a client") << recipient("allButClient", "c3") << deliveriesTo(1, 2)
                                          << QByteArray("c1 reached -1, c2 reached -1, c3 excluded 0");
        QTest::newRow("nobody") << recipient("group", "rde") << std::vector<Delivery>()
                                << QByteArray("c1 no, c2 no, c3 no");
    }

    void saysWhoWasReachedAndWhy()
    {
        QFETCH(QByteArray, recipients);
        QFETCH(std::vector<Delivery>, deliveries);
        QTEST(decided(envelope(recipients), deliveries), "decisions");
    }

    void saysItOfEverySide()
    {
        CaptureBench bench;
        introduce(bench, 0, 1, {member(1, "ann", "red"), member(2, "bob")});
        bench.writers[0]->recordPush(CaptureBench::at(2), link::SenderKind::Http, MessageId(1),
                                     envelope(recipient("user", "bob")));
        bench.deliver(0, 3, MessageId(1), deliveriesTo(2, 1));
        websocket::FrameHeader header;
        bench.writers[0]->recordRawPush(CaptureBench::at(4), MessageId(2), header, "raw",
                                        {{RecipientType::Group, "red"}});
        bench.deliver(0, 5, MessageId(2), deliveriesTo(1, 1));
        header.fin = false;
        const QByteArray text = envelope(recipient("all", {}));
        bench.record(0, 6, 1, header, text.first(9), 1);
        header.opcode = websocket::Opcode::Continuation;
        header.fin = true;
        bench.record(0, 7, 1, header, text.sliced(9), 2, MessageId(3));
        bench.deliver(0, 8, MessageId(3), deliveriesTo(1, 2));
        bench.drain();
        QCOMPARE(inWords(bench.maker.detail(1).routing), QByteArray("c1 no, c2 reached 0"));
        QCOMPARE(inWords(bench.maker.detail(2).routing), QByteArray("c1 reached 0, c2 no"));
        QCOMPARE(inWords(bench.maker.detail(4).routing), QByteArray("c1 reached 0, c2 reached 0"));
        QVERIFY(!bench.maker.detail(3).routing); // a fragment is no message
        QCOMPARE(bench.maker.detail(2).routing->recipients, (Recipients{{RecipientType::Group, "red"}}));
    }

    void showsTheMembersAsTheyWereThen()
    {
        CaptureBench bench;
        introduce(bench, 0, 1, {member(1, "ann")});
        bench.receive(0, 2, 1, envelope(recipient("group", "red")), MessageId(1));
        bench.writers[0]->recordJoined(CaptureBench::at(3), ClientId(1), GroupName::trusted("red"),
                                       link::SenderKind::Operator);
        bench.receive(0, 4, 1, envelope(recipient("group", "red")), MessageId(2));
        bench.deliver(0, 5, MessageId(2), deliveriesTo(1, 1));
        bench.writers[0]->recordClosed(CaptureBench::at(6), ClientId(1), EndReason::Vanished, 1006, {});
        open(bench, 7, member(2, "bob"));
        bench.receive(0, 8, 2, envelope(recipient("user", "ann")), MessageId(3));
        bench.drain();
        QCOMPARE(inWords(bench.maker.detail(1).routing), QByteArray("c1 no"));
        QVERIFY(bench.maker.detail(1).routing->population[0].groups.isEmpty());
        QVERIFY(!bench.maker.detail(1).routing->hint.isEmpty());
        QCOMPARE(inWords(bench.maker.detail(3).routing), QByteArray("c1 reached 0"));
        QCOMPARE(bench.maker.detail(3).routing->population[0].groups.size(), 1);
        QCOMPARE(inWords(bench.maker.detail(6).routing), QByteArray("c2 no"));
        QVERIFY(bench.maker.detail(6).routing->hint.contains(QStringLiteral("1006")));
    }

    void followsAClientThatCameRightAfterTheMessageAndGotIt()
    {
        CaptureBench bench;
        introduce(bench, 0, 1);
        bench.receive(0, 2, 9, envelope({}), theMessage);
        open(bench, 3, member(2, "bob"));
        open(bench, 4, member(1, "ann"));
        bench.deliver(0, 5, theMessage, deliveriesTo(1, 1)); // c1's worker decided after it had come
        bench.drain();
        QCOMPARE(inWords(bench.maker.detail(1).routing), QByteArray("c1 reached -1"));
    }

    void leavesOutAClientThatEndedBeforeItsWorkerDecided()
    {
        CaptureBench bench;
        introduce(bench, 0, 1, {member(1, "ann"), member(2, "bob")});
        bench.receive(0, 2, 9, envelope({}), theMessage);
        bench.writers[0]->recordClosed(CaptureBench::at(3), ClientId(1), EndReason::PeerClosed, 1000, {});
        bench.deliver(0, 4, theMessage, deliveriesTo(2, 1));
        bench.drain();
        QCOMPARE(inWords(bench.maker.detail(1).routing), QByteArray("c2 reached -1"));
    }

    void showsAClientAsItWasWhenItsWorkerDecided()
    {
        CaptureBench bench;
        introduce(bench, 0, 1, {member(1, "ann"), member(2, "bob", "red")});
        bench.receive(0, 2, 9, envelope({}), theMessage);
        bench.writers[0]->recordJoined(CaptureBench::at(3), ClientId(1), GroupName::trusted("red"),
                                       link::SenderKind::Operator);
        bench.writers[0]->recordLeft(CaptureBench::at(3), ClientId(2), GroupName::trusted("red"),
                                     link::SenderKind::Operator);
        bench.deliver(0, 4, theMessage, deliveriesTo(2, 1));
        bench.drain();
        QCOMPARE(inWords(bench.maker.detail(1).routing), QByteArray("c1 no, c2 reached -1"));
    }

    void saysNothingBeforeItKnowsWhoIsThere()
    {
        CaptureBench bench(2);
        introduce(bench, 0, 1, {member(1, "ann")});
        bench.receive(0, 2, 1, envelope({}), MessageId(1));
        introduce(bench, 1, 3);
        bench.receive(0, 4, 1, envelope({}), MessageId(2));
        bench.deliver(0, 5, MessageId(2), deliveriesTo(1, 1));
        bench.drain();
        QVERIFY(!bench.maker.detail(1).routing);
        QCOMPARE(inWords(bench.maker.detail(2).routing), QByteArray("c1 reached -1"));
    }

    void saysNothingFromALossToTheNextIntroduction()
    {
        constexpr qint64 second = 1'000'000;
        CaptureBench bench(1, 8);
        introduce(bench, 0, 1, {member(1, "ann")});
        bench.receive(0, 2, 1, envelope({}), MessageId(1));
        bench.deliver(0, 3, MessageId(1), deliveriesTo(1, 1));
        QVERIFY(!bench.writers[0]->wantsIntroduction(1));
        for (int i = 0; i < 9; ++i) { // more than there is room for
            bench.receive(0, second * 5 + i, 1, envelope({}), MessageId(static_cast<quint64>(2 + i)));
        }
        QVERIFY(!bench.writers[0]->wantsIntroduction(1)); // there is no room yet
        bench.drain(second * 10);
        QVERIFY(bench.writers[0]->wantsIntroduction(1));
        bench.receive(0, second * 6, 1, envelope({}), MessageId(20));
        introduce(bench, 0, second * 7, {member(2, "bob")});
        bench.receive(0, second * 8, 2, envelope({}), MessageId(22));
        bench.deliver(0, second * 9, MessageId(22), deliveriesTo(2, 1));
        bench.drain(second * 10);
        QCOMPARE(inWords(bench.maker.detail(1).routing), QByteArray("c1 reached -1"));
        const quint64 last = bench.kept.nextNumber() - 1;
        QVERIFY(!bench.maker.detail(last - 1).routing);
        QCOMPARE(inWords(bench.maker.detail(last).routing), QByteArray("c2 reached -1"));
    }

    void saysNothingWhenWhatWouldExplainADeliveryWasLost()
    {
        CaptureBench bench;
        introduce(bench, 0, 1, {member(1, "ann")});
        bench.receive(0, 2, 1, envelope({}), theMessage);
        bench.deliver(0, 3, theMessage, deliveriesTo(7, 1)); // nobody ever heard of c7
        bench.drain();
        QVERIFY(!bench.maker.detail(1).routing);
    }

    void takesNoIntroductionOfAnEarlierCapture()
    {
        CaptureBench bench;
        introduce(bench, 0, 1, {member(1, "ann")});
        bench.merge->forgetClients(); // the window went and came back, before the ring was read
        bench.receive(0, 2, 1, envelope({}), MessageId(1));
        bench.drain();
        QVERIFY(!bench.maker.detail(1).routing);
        bench.writers[0]->setEnabled(false);
        bench.writers[0]->setEnabled(true);
        introduce(bench, 0, 3, {member(1, "ann")});
        bench.receive(0, 4, 1, envelope({}), MessageId(2));
        bench.drain();
        QCOMPARE(inWords(bench.maker.detail(2).routing), QByteArray("c1 reached -1"));
    }

    void countsThePopulationInTheBudget()
    {
        CaptureBench bench;
        const qint64 before = bench.kept.keptBytes();
        std::vector<routing::Member> members;
        for (quint64 client = 1; client <= 300; ++client) {
            members.push_back(member(client, "user" + QByteArray::number(client), "red"));
        }
        introduce(bench, 0, 1, members);
        bench.drain();
        QCOMPARE(bench.kept.rows().size(), quint64(0));
        QVERIFY(bench.kept.population().heldBytes() > 0);
        QVERIFY(bench.kept.keptBytes() - before >= bench.kept.population().heldBytes());
    }
};

SIGNALBOX_TEST(SnapshotMakerTest)
#include "snapshot_maker_test.moc"
