// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/routing_samples.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::tests;
using ui::RoutingAnswer;
using ui::RoutingPlace;

class RoutingAnswerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_people = std::make_unique<People>();
        m_people->connect(client(3, "ann", {"red"}));
        m_people->connect(client(7, "carol"));
        m_people->connect(client(8, "dan", {"blue", "red"}));
    }

    void saysWhoGotItWhoWaitsAndWhoWasLeftOut()
    {
        const RoutingAnswer answer = whoGotThis(messageToRed(), m_people->known());
        QVERIFY(answer.isKnown);
        QCOMPARE(answer.sentence, u"1 of 5 clients got it, 1 waits: it went to group red."_s);
        QCOMPARE(answer.lines.size(), 5U);
        QCOMPARE(answer.lines[0].name, u"ann c3"_s);
        QCOMPARE(answer.lines[0].place, RoutingPlace::Got);
        QCOMPARE(answer.lines[0].state, u"● sent"_s);
        QCOMPARE(answer.lines[0].reason, u"matched by group red"_s);
        QCOMPARE(answer.lines[1].name, u"bob c4"_s);
        QCOMPARE(answer.lines[1].place, RoutingPlace::Waiting);
        QCOMPARE(answer.lines[2].name, u"carol c7"_s);
        QCOMPARE(answer.lines[2].place, RoutingPlace::LeftOut);
        QCOMPARE(answer.lines[2].reason, u"not in red"_s);
        QCOMPARE(answer.got + answer.waiting + answer.lost + answer.leftOut, 5);
    }

    void offersToAddWhoIsHereAndNotInTheGroup()
    {
        const RoutingAnswer answer = whoGotThis(messageToRed(), m_people->known());
        const auto* join = std::get_if<link::JoinGroup>(&answer.lines[2].mend);
        QVERIFY(join != nullptr);
        QCOMPARE(join->client, ClientId(7));
        QCOMPARE(join->group.bytes(), QByteArray("red"));
        QCOMPARE(ui::mendText(answer.lines[2].mend), u"Add to red"_s);
        QCOMPARE(ui::mendText(answer.lines[3].mend), QString()); // dan has come into red since
        QCOMPARE(ui::mendText(answer.lines[4].mend), QString()); // eve is gone
    }

    void countsADroppedDelivery()
    {
        link::FrameDetail detail = messageToRed();
        detail.deliveries[1].state = DeliveryState::DroppedSlow;
        const RoutingAnswer answer = whoGotThis(detail, m_people->known());
        QCOMPARE(answer.lines[1].place, RoutingPlace::Lost);
        QCOMPARE(answer.sentence, u"1 of 5 clients got it, 1 dropped: it went to group red."_s);
    }

    void waitsForADeliveryThatNobodyReportedYet()
    {
        link::FrameDetail detail = messageToRed();
        detail.deliveries.clear();
        const RoutingAnswer answer = whoGotThis(detail, m_people->known());
        QCOMPARE(answer.lines[0].place, RoutingPlace::Waiting);
        QCOMPARE(answer.waiting, 2);
    }

    void givesTheHintWhenNobodyGotIt()
    {
        link::FrameDetail detail = messageToRed();
        detail.deliveries.clear();
        detail.routing->decisions[0].verdict = Verdict::NotAddressed;
        detail.routing->decisions[1].verdict = Verdict::NotAddressed;
        detail.routing->hint = u"group \"Red\" exists."_s;
        QCOMPARE(whoGotThis(detail, m_people->known()).sentence,
                 u"Nobody got it: 0 of 5 clients. It went to group red. group \"Red\" exists."_s);
    }

    void knowsOnlyTheDeliveriesWithoutASnapshot()
    {
        link::FrameDetail detail = messageToRed();
        detail.routing.reset();
        const RoutingAnswer answer = whoGotThis(detail, m_people->known());
        QCOMPARE(answer.lines.size(), 2U);
        QCOMPARE(answer.sentence,
                 u"1 client got it, 1 waits. Why, and who was left out, is no longer kept."_s);
    }

    void saysThatARowIsNoMessage()
    {
        link::FrameDetail detail = messageToRed();
        detail.row = frame(1);
        const RoutingAnswer answer = whoGotThis(detail, m_people->known());
        QVERIFY(!answer.isKnown);
        QVERIFY(answer.lines.empty());
        QVERIFY(!answer.sentence.isEmpty());
    }

    void answersForTenThousandClientsAtOnce()
    {
        link::FrameDetail detail = messageToRed();
        for (quint64 id = 100; id < 10'100; ++id) {
            detail.routing->population.push_back(memberThen(id, "meter", {"blue"}));
            detail.routing->decisions.push_back({ClientId(id), Verdict::NotAddressed, -1});
        }
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(whoGotThis(detail, m_people->known()).leftOut, 10'003);
        QVERIFY2(timer.elapsed() < 1'000, qPrintable(QString::number(timer.elapsed())));
    }

private:
    std::unique_ptr<People> m_people;
};

SIGNALBOX_TEST(RoutingAnswerTest)
#include "routing_answer_test.moc"
