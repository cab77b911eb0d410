// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/resolver.h"

#include "tests/routing/population.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <tuple>

using namespace signalbox;
using namespace signalbox::routing;
using namespace signalbox::routing::tests;

namespace {

constexpr auto people = "ann@red ann@red,blue bob@red#vip cid#vip dee -";
//                       c1      c2           c3          c4      c5  c6

QByteArray describe(const std::vector<Decision>& decisions)
{
    QByteArrayList texts;
    for (const Decision& decision : decisions) {
        const char* verdict = decision.verdict == Verdict::Reached    ? ""
                              : decision.verdict == Verdict::Excluded ? "!"
                                                                      : "-";
        texts << verdict + decision.client.text() +
                     (decision.recipientIndex >= 0 ? ':' + QByteArray::number(decision.recipientIndex)
                                                   : QByteArray());
    }
    return texts.join(' ');
}

QByteArray reached(Resolver& resolver, const Recipients& recipients, const MemberIndex& index)
{
    std::vector<MemberSlot> slots;
    resolver.reach(recipients, index, slots);
    QByteArrayList texts;
    for (const MemberSlot slot : slots) {
        texts << index.member(slot).client.text();
    }
    return texts.join(' ');
}

} // namespace

class ResolverTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decides_data();
    void decides();
    void reachesTheSameOverAndOver();
    void saysWhichRecipientReachedAClient();
    void servesManyIndexes();
    void walksALargeGroupOnce();
    void followsChangesOfMembership();
};

void ResolverTest::decides_data()
{
    QTest::addColumn<QByteArray>("population");
    QTest::addColumn<QByteArray>("recipients");
    QTest::addColumn<QByteArray>(
        "decisions"); // c1:0 reached by entry 0, !c1:1 excluded by entry 1, -c1 not addressed
    const auto row = [](const char* name, const char* recipients, const char* decisions,
                        const char* population = people) {
        QTest::newRow(name) << QByteArray(population) << QByteArray(recipients) << QByteArray(decisions);
    };
    row("nobody is there", "all", "", "");
    row("no recipients: those without a group", "", "c4 c5 c6 -c1 -c2 -c3");
    row("no recipients, everyone in a group", "", "-c1 -c2", "ann@red bob@blue");
    row("group", "group:red", "c1:0 c2:0 c3:0 -c4 -c5 -c6");
    row("group of one", "group:blue", "c2:0 -c1 -c3 -c4 -c5 -c6");
    row("group that nobody is in", "group:green", "-c1 -c2 -c3 -c4 -c5 -c6");
    row("group in another case", "group:Red", "-c1 -c2 -c3 -c4 -c5 -c6");
    row("group with a blank behind", "group:red_", "-c1 -c2 -c3 -c4 -c5 -c6");
    row("the default group by name", "group:", "c4:0 c5:0 c6:0 -c1 -c2 -c3");
    row("user with two clients", "user:ann", "c1:0 c2:0 -c3 -c4 -c5 -c6");
    row("user that is not there", "user:zoe", "-c1 -c2 -c3 -c4 -c5 -c6");
    row("client", "client:c5", "c5:0 -c1 -c2 -c3 -c4 -c6");
    row("client that is gone", "client:c9", "-c1 -c2 -c3 -c4 -c5 -c6");
    row("client without a user by the alias", "socket:c6", "c6:0 -c1 -c2 -c3 -c4 -c5");
    row("tag", "tag:vip", "c3:0 c4:0 -c1 -c2 -c5 -c6");
    row("a group's name is no tag", "tag:red", "-c1 -c2 -c3 -c4 -c5 -c6");
    row("all", "all", "c1:0 c2:0 c3:0 c4:0 c5:0 c6:0");
    row("two groups, each client once", "group:red group:blue", "c1:0 c2:0 c3:0 -c4 -c5 -c6");
    row("the first entry that matches is named", "group:blue group:red", "c2:0 c1:1 c3:1 -c4 -c5 -c6");
    row("the same entry twice", "user:dee user:dee", "c5:0 -c1 -c2 -c3 -c4 -c6");
    row("union of kinds", "tag:vip client:c6 user:ann", "c3:0 c4:0 c6:1 c1:2 c2:2 -c5");
    row("default group and a named one", "group: group:blue", "c4:0 c5:0 c6:0 c2:1 -c1 -c3");
    row("group without a user", "group:red allButUser:ann", "c3:0 !c1:1 !c2:1 -c4 -c5 -c6");
    row("the exclusion may stand first", "allExceptUser:ann group:red", "c3:1 !c1:0 !c2:0 -c4 -c5 -c6");
    row("group without a client", "group:red allButClient:c2", "c1:0 c3:0 !c2:1 -c4 -c5 -c6");
    row("two exclusions", "group:red allButUser:bob allButClient:c1", "c2:0 !c1:2 !c3:1 -c4 -c5 -c6");
    row("the first exclusion is named", "all allButClient:c1 allButUser:ann",
        "c3:0 c4:0 c5:0 c6:0 !c1:1 !c2:2");
    row("exclusion of somebody who was not addressed", "group:blue allButUser:bob",
        "c2:0 -c1 -c3 -c4 -c5 -c6");
    row("an exclusion wins over every match", "user:ann client:c1 all allButUser:ann",
        "c3:2 c4:2 c5:2 c6:2 !c1:3 !c2:3");
    row("everyone who was addressed is excluded", "user:ann allButUser:ann", "!c1:1 !c2:1 -c3 -c4 -c5 -c6");
    row("only an exclusion: everyone else", "allButUser:ann", "c3 c4 c5 c6 !c1:0 !c2:0");
    row("only exclusions of both kinds", "allButUser:ann allButClient:c6", "c3 c4 c5 !c1:0 !c2:0 !c6:1");
    row("only an exclusion of nobody", "allButUser:zoe", "c1 c2 c3 c4 c5 c6");
    row("everyone by exclusion alone", "allButUser:ann", "!c1:0", "ann@red");
    row("all without a client that is gone", "all allButClient:c9", "c1:0 c2:0 c3:0 c4:0 c5:0 c6:0");
    row("a positive entry without a match is not the same as none", "user:zoe allButUser:ann",
        "-c1 -c2 -c3 -c4 -c5 -c6");
}

void ResolverTest::decides()
{
    QFETCH(const QByteArray, population);
    QFETCH(const QByteArray, recipients);
    QFETCH(const QByteArray, decisions);
    MemberIndex index;
    populate(index, population);
    Resolver resolver;
    QCOMPARE(describe(resolver.decide(recipientsFrom(recipients), index)), decisions);
}

void ResolverTest::reachesTheSameOverAndOver()
{
    MemberIndex index;
    populate(index, people);
    Resolver resolver;
    for (int round = 0; round < 3; ++round) {
        QCOMPARE(reached(resolver, recipientsFrom("group:red allButUser:bob"), index), QByteArray("c1 c2"));
        QCOMPARE(reached(resolver, recipientsFrom("all allButUser:ann"), index), QByteArray("c3 c4 c5 c6"));
        QCOMPARE(reached(resolver, {}, index), QByteArray("c4 c5 c6"));
    }
}

void ResolverTest::saysWhichRecipientReachedAClient()
{
    MemberIndex index;
    populate(index, people);
    Resolver resolver;
    const auto recipientOf = [&](quint64 client) {
        return resolver.recipientOf(*index.find(ClientId(client)));
    };
    std::ignore = reached(resolver, recipientsFrom("group:blue group:red tag:vip"), index);
    QCOMPARE(recipientOf(2), 0); // by both groups
    QCOMPARE(recipientOf(3), 1);
    QCOMPARE(recipientOf(4), 2);
    std::ignore = reached(resolver, {}, index);
    QCOMPARE(recipientOf(6), -1);
}

void ResolverTest::servesManyIndexes()
{
    MemberIndex small;
    populate(small, "ann");
    MemberIndex large;
    populate(large, people);
    Resolver resolver;
    QCOMPARE(reached(resolver, recipientsFrom("all"), small), QByteArray("c1"));
    QCOMPARE(reached(resolver, recipientsFrom("all"), large), QByteArray("c1 c2 c3 c4 c5 c6"));
    QCOMPARE(reached(resolver, recipientsFrom("all"), small), QByteArray("c1"));
}

void ResolverTest::walksALargeGroupOnce()
{
    MemberIndex index;
    for (quint64 number = 1; number <= 1'000; ++number) {
        Q_UNUSED(index.add(memberFrom(number, "ann@red,blue")));
    }
    Resolver resolver;
    const Recipients thrice = recipientsFrom("group:red group:blue group:red user:ann all");
    const auto decisions = resolver.decide(thrice, index);
    QCOMPARE(decisions.size(), size_t(1'000));
    QVERIFY(std::all_of(decisions.begin(), decisions.end(), [](const Decision& decision) {
        return decision.verdict == Verdict::Reached && decision.recipientIndex == 0;
    }));
    // The same set of clients excluded and selected: the walk for one is not the walk for the other.
    const auto excluded = resolver.decide(recipientsFrom("user:ann allButUser:ann"), index);
    QCOMPARE(excluded.front(), (Decision{excluded.front().client, Verdict::Excluded, 1}));
    QCOMPARE(excluded.back().verdict, Verdict::Excluded);
}

void ResolverTest::followsChangesOfMembership()
{
    MemberIndex index;
    populate(index, "ann bob");
    Resolver resolver;
    const MemberSlot ann = *index.find(ClientId(1));
    index.join(ann, GroupName::trusted("red"));
    QCOMPARE(reached(resolver, {}, index), QByteArray("c2"));
    QCOMPARE(reached(resolver, recipientsFrom("group:red"), index), QByteArray("c1"));
    index.remove(ann);
    QCOMPARE(reached(resolver, recipientsFrom("all"), index), QByteArray("c2"));
    Q_UNUSED(index.add(memberFrom(3, "cid"))); // takes ann's slot
    QCOMPARE(reached(resolver, recipientsFrom("user:ann client:c1"), index), QByteArray());
    QCOMPARE(reached(resolver, recipientsFrom("user:cid"), index), QByteArray("c3"));
}

SIGNALBOX_TEST(ResolverTest)
#include "resolver_test.moc"
