// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/routing_samples.h"
#include "ui/format/times.h"
#include "ui/models/why_not.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace signalbox;
using namespace signalbox::tests;
using ui::RoutingPlace;
using ui::timeText;
using ui::WhyNot;
using ui::whyNot;

class WhyNotTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_people = std::make_unique<People>();
        for (const auto& info : {client(3, "ann", {"red"}), client(4, "bob", {"red"}), client(7, "carol"),
                                 client(8, "dan", {"blue"}), client(9, "eve", {"Red"})}) {
            m_people->connect(info);
        }
    }

    void namesTheGroupThatTheClientWasNotIn()
    {
        const WhyNot why = ask(7);
        QCOMPARE(why.sentence,
                 u"carol (c7) was not in red at %1; it was in no group, as clients are that connect "
                 "without a groupId."_s.arg(at(1)));
        QCOMPARE(why.place, RoutingPlace::LeftOut);
        QCOMPARE(ui::mendText(why.mend), u"Add to red"_s);
        QCOMPARE(ask(8).sentence, u"dan (c8) was not in red at %1; it was in blue."_s.arg(at(1)));
    }

    void seesANameThatIsNearlyTheSame()
    {
        QCOMPARE(ask(9).sentence,
                 u"eve (c9) was not in red at %1; it was in “Red”, which is another name than "
                 "“red”: case and blanks count."_s.arg(at(1)));
    }

    void saysWhichExclusionLeftItOut()
    {
        link::FrameDetail detail = messageToRed();
        detail.routing->recipients = {{RecipientType::AllButUser, "ann"},
                                      {RecipientType::AllButClient, "c4"}};
        detail.deliveries.clear();
        detail.routing->decisions[0] = {ClientId(3), Verdict::Excluded, 0};
        detail.routing->decisions[1] = {ClientId(4), Verdict::Excluded, 1};
        QCOMPARE(whyNot(detail, ClientId(3), m_people->known()).sentence,
                 u"ann (c3) was left out: all but ann."_s);
        QCOMPARE(whyNot(detail, ClientId(4), m_people->known()).sentence,
                 u"bob (c4) was left out: all but client c4."_s);
        QCOMPARE(ui::mendText(whyNot(detail, ClientId(3), m_people->known()).mend), QString());
    }

    void saysThatAMessageWithoutRecipientsGoesToTheDefaultGroup()
    {
        link::FrameDetail detail = messageToRed();
        detail.routing->recipients.clear();
        QCOMPARE(
            whyNot(detail, ClientId(8), m_people->known()).sentence,
            u"dan (c8) was in blue at %1, and a message without recipients goes to clients without a group."_s
                .arg(at(1)));
    }

    void namesTheRuleOfUsersAndTags()
    {
        link::FrameDetail detail = messageToRed();
        detail.routing->recipients = {{RecipientType::User, "ann"}, {RecipientType::Tag, "floor-2"}};
        const WhyNot why = whyNot(detail, ClientId(8), m_people->known());
        QCOMPARE(why.sentence, u"dan (c8) was not meant: the message went to user ann, tag floor-2."_s);
        QCOMPARE(ui::mendText(why.mend), QString());
    }

    void tellsWhatBecameOfADelivery()
    {
        QCOMPARE(ask(3).place, RoutingPlace::Got);
        QCOMPARE(ask(4).sentence,
                 u"bob (c4) is to get it: 9,626 bytes waited in its queue after the send."_s);
        link::FrameDetail detail = messageToRed();
        detail.deliveries[1].state = DeliveryState::DroppedSlow;
        link::ClientEnd end = ended(4);
        end.reason = EndReason::SlowClient;
        end.closeCode = websocket::close_code::slowClient;
        m_people->end(end);
        const WhyNot why = whyNot(detail, ClientId(4), m_people->known());
        QCOMPARE(why.place, RoutingPlace::Lost);
        QCOMPARE(why.sentence,
                 u"bob (c4) did not get it, its queue was full: %1, closed 4008 as too slow."_s.arg(at(0)));
    }

    void saysWhenALateClientCame()
    {
        link::ClientInfo late = client(20, "gil", {"red"});
        late.connectedAt = sampleTime + 5s;
        m_people->connect(late);
        QCOMPARE(
            ask(20).sentence,
            u"gil (c20) was not connected yet: it came at %1, the message at %2."_s.arg(at(5'000), at(1)));
        QCOMPARE(whyNot(messageToRed(), UserName::trusted("gil"), m_people->known()).sentence,
                 ask(20).sentence);
    }

    void saysWhenAUserWasLastSeen()
    {
        link::ClientEnd end = ended(2);
        end.user = UserName::trusted("fay");
        end.time = sampleTime - 24s;
        m_people->end(end);
        QCOMPARE(whyNot(messageToRed(), UserName::trusted("fay"), m_people->known()).sentence,
                 u"There was no client with user fay; last seen %1, closed 1006."_s.arg(at(-24'000)));
        QCOMPARE(ask(2).sentence,
                 u"fay (c2) was no longer connected; last seen %1, closed 1006."_s.arg(at(-24'000)));
        QCOMPARE(whyNot(messageToRed(), UserName::trusted("zoe"), m_people->known()).sentence,
                 u"There was no client with user zoe."_s);
        QCOMPARE(ask(99).sentence, u"No client c99 was connected."_s);
    }

    void asksTheClientOfAUserThatGotItFirst()
    {
        link::FrameDetail detail = messageToRed();
        detail.routing->population[2].user = UserName::trusted("bob"); // bob was there twice
        QCOMPARE(whyNot(detail, UserName::trusted("bob"), m_people->known()).place, RoutingPlace::Waiting);
        QCOMPARE(whyNot(detail, UserName::trusted("dan"), m_people->known()).sentence, ask(8).sentence);
    }

    void offersToAllowARefusedOrigin()
    {
        link::FrameDetail detail;
        detail.kept = true;
        detail.row = frame(1);
        detail.row.kind = link::RowKind::Refused;
        detail.row.origin = "https://shop.example";
        detail.row.text = "http.origin_refused";
        const WhyNot why = whyNot(detail, ClientId(3), m_people->known());
        QCOMPARE(why.sentence, u"Refused: Origin https://shop.example."_s);
        QCOMPARE(std::get<link::AllowOrigin>(why.mend).origin, QByteArray("https://shop.example"));
        detail.row.text = "http.host_refused";
        QCOMPARE(ui::mendText(whyNot(detail, ClientId(3), m_people->known()).mend), QString());
    }

    void offersToUnmuteTheSender()
    {
        link::FrameDetail detail;
        detail.kept = true;
        detail.row = frame(1);
        link::ClientInfo muted = client(3, "ann");
        muted.mutedUntil = WallTime::max();
        m_people->connect(muted);
        const WhyNot why = whyNot(detail, ClientId(4), m_people->known());
        QCOMPARE(std::get<link::MuteClient>(why.mend).client, ClientId(3));
        QCOMPARE(std::get<link::MuteClient>(why.mend).until, WallTime());
        QCOMPARE(ui::mendText(why.mend), u"Unmute"_s);
    }

private:
    [[nodiscard]] WhyNot ask(quint64 id) const
    {
        return whyNot(messageToRed(), ClientId(id), m_people->known());
    }
    [[nodiscard]] static QString at(int milliseconds)
    {
        return timeText(sampleTime + std::chrono::milliseconds(milliseconds));
    }

    std::unique_ptr<People> m_people;
};

SIGNALBOX_TEST(WhyNotTest)
#include "why_not_test.moc"
