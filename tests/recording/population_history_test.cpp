// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/population_history.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::recording;
using namespace std::chrono_literals;

namespace {

routing::Member member(quint64 client, const QByteArray& user, const QList<QByteArray>& groups = {},
                       const QList<QByteArray>& tags = {})
{
    routing::Member made{ClientId(client), UserName::trusted(user), {}, {}};
    for (const QByteArray& group : groups) {
        made.groups.append(GroupName::trusted(group));
    }
    for (const QByteArray& tag : tags) {
        made.tags.append(TagName::trusted(tag));
    }
    return made;
}

/// "c1 ann red blue, c2 bob"
QByteArray inWords(const std::vector<routing::Member>& members)
{
    QByteArrayList all;
    for (const routing::Member& one : members) {
        QByteArrayList words{one.client.text(), one.user.bytes()};
        for (const GroupName& group : one.groups) {
            words += group.bytes();
        }
        for (const TagName& tag : one.tags) {
            words += '#' + tag.bytes();
        }
        all += words.join(' ').trimmed();
    }
    return all.join(", ");
}

constexpr WallTime second(qint64 number)
{
    return WallTime(std::chrono::seconds(number));
}

} // namespace

class PopulationHistoryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void remembersWhoseGroupsAreFilters()
    {
        routing::Member subscriber = member(1, "ann", {"a/+"});
        subscriber.groupsAreFilters = true;
        m_history->opened(0, subscriber, 1);
        m_history->opened(0, member(2, "bob", {"a/+"}), 2);
        const auto members = m_history->membersAt(3);
        QCOMPARE(members.size(), size_t(2));
        QVERIFY(members[0].groupsAreFilters);
        QVERIFY(!members[1].groupsAreFilters);
    }

    void init()
    {
        m_names.emplace();
        m_history.emplace(*m_names);
        m_history->forgetSources(1, 0);
        m_history->introductionBegan(0);
        m_history->introduced(0, 0, second(0));
    }
    void cleanup()
    {
        m_history.reset();
        m_names.reset();
    }

    void makesTheMembersOfEachMomentAnew()
    {
        m_history->opened(0, member(2, "bob", {"red"}, {"vip"}), 10);
        m_history->opened(0, member(1, "ann"), 20);
        m_history->joined(ClientId(1), "blue", 30);
        m_history->left(ClientId(2), "red", 40);
        m_history->closed(ClientId(2), {}, 50);
        QCOMPARE(inWords(m_history->membersAt(9)), QByteArray());
        QCOMPARE(inWords(m_history->membersAt(10)), QByteArray("c2 bob red #vip"));
        QCOMPARE(inWords(m_history->membersAt(29)), QByteArray("c1 ann, c2 bob red #vip"));
        QCOMPARE(inWords(m_history->membersAt(30)), QByteArray("c1 ann blue, c2 bob red #vip"));
        QCOMPARE(inWords(m_history->membersAt(49)), QByteArray("c1 ann blue, c2 bob #vip"));
        QCOMPARE(inWords(m_history->membersAt(50)), QByteArray("c1 ann blue"));
    }

    void learnsOfTagsBetweenIntroductions()
    {
        const qint64 empty = m_history->heldBytes();
        m_history->opened(0, member(1, "ann", {"red"}, {"old"}), 10);
        m_history->present(0, member(1, "ann", {"red"}, {"old", "vip"}), 20);
        m_history->present(0, member(1, "ann", {"red"}, {"vip"}), 30);
        QCOMPARE(inWords(m_history->membersAt(19)), QByteArray("c1 ann red #old"));
        QCOMPARE(inWords(m_history->membersAt(20)), QByteArray("c1 ann red #old #vip"));
        QCOMPARE(inWords(m_history->membersAt(30)), QByteArray("c1 ann red #vip"));
        m_history->forgetBefore(30);
        QCOMPARE(inWords(m_history->membersAt(30)), QByteArray("c1 ann red #vip"));
        QCOMPARE(m_names->count(), 3); // nothing names old any more
        m_history->closed(ClientId(1), {}, 40);
        m_history->forgetBefore(40);
        QCOMPARE(m_names->count(), 0);
        QCOMPARE(m_history->heldBytes(), empty);
    }

    void keepsWhatKeptRowsNeedAndFoldsTheRestAway()
    {
        m_history->opened(0, member(1, "ann", {"red"}), 10);
        m_history->joined(ClientId(1), "blue", 20);
        m_history->joined(ClientId(1), "blue", 21); // changes nothing
        m_history->left(ClientId(1), "red", 30);
        const QByteArray before = inWords(m_history->membersAt(25));
        m_history->forgetBefore(25);
        QCOMPARE(inWords(m_history->membersAt(25)), before);
        m_history->forgetBefore(30);
        QCOMPARE(inWords(m_history->membersAt(30)), QByteArray("c1 ann blue"));
        QCOMPARE(m_names->count(), 2); // nothing names red any more
    }

    void costsNothingOnceNobodyIsThereAndNoRowIsKept()
    {
        const qint64 empty = m_history->heldBytes();
        m_history->opened(0, member(1, "ann", {"red"}, {"vip"}), 10);
        m_history->joined(ClientId(1), "blue", 20);
        m_history->left(ClientId(1), "red", 25);
        m_history->closed(ClientId(1), {}, 30);
        QVERIFY(m_history->heldBytes() > empty);
        m_history->forgetBefore(29);
        QCOMPARE(inWords(m_history->membersAt(29)), QByteArray("c1 ann blue #vip"));
        m_history->forgetBefore(30);
        QCOMPARE(m_history->heldBytes(), empty);
        QCOMPARE(m_names->count(), 0);
    }

    void saysWhatBecameOfAClient()
    {
        m_history->opened(0, member(1, "ann"), 10);
        m_history->joined(ClientId(1), "red", 20);
        m_history->closed(ClientId(1), {}, 30);
        const auto states = m_history->statesAfter(ClientId(1), 10);
        QCOMPARE(states.size(), size_t(2));
        QCOMPARE(states[0].position, quint64(20));
        QCOMPARE(inWords({*states[0].member}), QByteArray("c1 ann red"));
        QVERIFY(!states[1].member);
        QCOMPARE(m_history->statesAfter(ClientId(1), 9).size(), size_t(3)); // it came, too
        QVERIFY(m_history->statesAfter(ClientId(9), 0).empty());
    }

    void remembersHowUsersEnded()
    {
        m_history->opened(0, member(1, "ann"), 10);
        m_history->closed(ClientId(1), {second(5), EndReason::Vanished, 1006}, 20);
        QVERIFY(!m_history->lastSeenAt(19).find(UserName::trusted("ann")));
        const auto seen = m_history->lastSeenAt(20).find(UserName::trusted("ann"));
        QVERIFY(seen.has_value());
        QCOMPARE(seen->reason, EndReason::Vanished);
    }

    void knowsNothingFromALossToTheNextIntroduction()
    {
        QVERIFY(m_history->isKnownAt(5, second(5)));
        m_history->lost(0, 10, second(9));
        QVERIFY(m_history->isKnownAt(9, second(6)));
        QVERIFY(!m_history->isKnownAt(9, second(7))); // what was lost may have been a delivery of it
        QVERIFY(!m_history->isKnownAt(9, second(9))); // or came before it
        QVERIFY(!m_history->isKnownAt(10, second(10)));
        m_history->introductionBegan(0);
        m_history->introduced(0, 20, second(20));
        QVERIFY(!m_history->isKnownAt(19, second(19)));
        QVERIFY(m_history->isKnownAt(20, second(20)));
        QVERIFY(!m_history->isKnownBetween(5, 30));
        QVERIFY(!m_history->isKnownBetween(15, 16));
        QVERIFY(m_history->isKnownBetween(5, 10));
        QVERIFY(m_history->isKnownBetween(20, 30));
    }

    void learnsFromAnIntroductionWhatWasLost()
    {
        m_history->opened(0, member(1, "ann", {"red"}), 1);
        m_history->opened(0, member(2, "bob", {"red"}), 2);
        m_history->lost(0, 10, second(9));
        m_history->introductionBegan(0);
        m_history->present(0, member(2, "bob", {"blue"}), 20);
        m_history->present(0, member(3, "cat"), 20);
        m_history->introduced(0, 20, second(20));
        QCOMPARE(inWords(m_history->membersAt(9)), QByteArray("c1 ann red, c2 bob red"));
        QCOMPARE(inWords(m_history->membersAt(20)), QByteArray("c2 bob blue, c3 cat"));
    }

    void knowsNothingUntilEverySourceHasIntroducedItself()
    {
        m_history->forgetSources(2, 10);
        m_history->introductionBegan(0);
        m_history->introduced(0, 20, second(20));
        QVERIFY(!m_history->isKnownAt(25, second(25)));
        m_history->introductionBegan(1);
        m_history->introduced(1, 30, second(30));
        QVERIFY(m_history->isKnownAt(30, second(30)));
        QVERIFY(!m_history->isKnownAt(25, second(25)));
    }

    void leavesTheClientsOfOtherSourcesAlone()
    {
        m_history->forgetSources(2, 10);
        m_history->introductionBegan(0);
        m_history->present(0, member(1, "ann"), 11);
        m_history->introduced(0, 12, second(12));
        m_history->introductionBegan(1);
        m_history->introduced(1, 13, second(13));
        QCOMPARE(inWords(m_history->membersAt(13)), QByteArray("c1 ann"));
    }

private:
    std::optional<NameTable> m_names;
    std::optional<PopulationHistory> m_history;
};

SIGNALBOX_TEST(PopulationHistoryTest)
#include "population_history_test.moc"
