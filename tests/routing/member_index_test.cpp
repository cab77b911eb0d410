// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/member_index.h"

#include "tests/routing/population.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <map>
#include <random>

using namespace signalbox;
using namespace signalbox::routing;
using namespace signalbox::routing::tests;

namespace {

QByteArray clients(const MemberIndex& index, std::span<const MemberSlot> slots)
{
    QByteArrayList texts;
    for (const MemberSlot slot : slots) {
        texts << index.member(slot).client.text();
    }
    std::sort(texts.begin(), texts.end());
    return texts.join(' ');
}

GroupName group(const char* name)
{
    return GroupName::trusted(name);
}

/// What a MemberIndex must say, found by looking at every member each time.
class NaiveIndex final {
public:
    std::map<MemberSlot, Member> members;

    template <typename Predicate>
    [[nodiscard]] std::vector<MemberSlot> slotsWhere(Predicate predicate) const
    {
        std::vector<MemberSlot> found;
        for (const auto& [slot, member] : members) {
            if (predicate(member)) {
                found.push_back(slot);
            }
        }
        return found;
    }
};

std::vector<MemberSlot> sorted(std::span<const MemberSlot> slots)
{
    std::vector<MemberSlot> copy(slots.begin(), slots.end());
    std::sort(copy.begin(), copy.end());
    return copy;
}

} // namespace

class MemberIndexTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsMembersByEveryProperty();
    void leavesOutEmptyAndRepeatedNames();
    void joiningLeavesTheDefaultGroupAndLeavingTheLastReturns();
    void joiningTwiceAndLeavingAStrangersGroupChangeNothing();
    void namesDieWithTheirLastMember();
    void reusesSlots();
    void agreesWithANaiveModelUnderChurn();
};

void MemberIndexTest::findsMembersByEveryProperty()
{
    MemberIndex index;
    populate(index, "ann@red,blue#vip ann@red bob#vip,old -");
    QCOMPARE(index.size(), 4);
    QCOMPARE(clients(index, index.all()), QByteArray("c1 c2 c3 c4"));
    QCOMPARE(clients(index, index.inGroup(group("red"))), QByteArray("c1 c2"));
    QCOMPARE(clients(index, index.inGroup(group("blue"))), QByteArray("c1"));
    QCOMPARE(clients(index, index.inGroup(group("Red"))), QByteArray());
    QCOMPARE(clients(index, index.inGroup(GroupName())), QByteArray("c3 c4"));
    QCOMPARE(clients(index, index.ungrouped()), QByteArray("c3 c4"));
    QCOMPARE(clients(index, index.ofUser(UserName::trusted("ann"))), QByteArray("c1 c2"));
    QCOMPARE(clients(index, index.ofUser(UserName())), QByteArray());
    QCOMPARE(clients(index, index.withTag(TagName::trusted("vip"))), QByteArray("c1 c3"));
    QVERIFY(index.find(ClientId(3)));
    QCOMPARE(index.member(*index.find(ClientId(3))).user, UserName::trusted("bob"));
    QVERIFY(!index.find(ClientId(5)));
}

void MemberIndexTest::leavesOutEmptyAndRepeatedNames()
{
    MemberIndex index;
    Member member{
        ClientId(1), UserName(), {GroupName(), group("a"), group("a")}, {TagName(), TagName::trusted("t")}};
    member.tags << TagName::trusted("t");
    const MemberSlot slot = index.add(member);
    QCOMPARE(index.member(slot).groups, QList{group("a")});
    QCOMPARE(index.member(slot).tags, QList{TagName::trusted("t")});
    QVERIFY(index.ungrouped().empty());
    QVERIFY(index.users().empty());
    index.remove(slot);
    QCOMPARE(index.size(), 0);
    const MemberSlot onlyEmpty = index.add({ClientId(2), UserName(), {GroupName()}, {}});
    QCOMPARE(sorted(index.ungrouped()), std::vector{onlyEmpty});
}

void MemberIndexTest::joiningLeavesTheDefaultGroupAndLeavingTheLastReturns()
{
    MemberIndex index;
    const MemberSlot slot = index.add(memberFrom(1, "ann"));
    QCOMPARE(index.ungrouped().size(), size_t(1));
    index.join(slot, group("red"));
    QVERIFY(index.ungrouped().empty());
    index.join(slot, group("blue"));
    QCOMPARE(index.member(slot).groups, (QList{group("red"), group("blue")}));
    index.leave(slot, group("red"));
    QVERIFY(index.ungrouped().empty());
    index.leave(slot, group("blue"));
    QCOMPARE(index.ungrouped().size(), size_t(1));
    QVERIFY(index.groups().empty());
}

void MemberIndexTest::joiningTwiceAndLeavingAStrangersGroupChangeNothing()
{
    MemberIndex index;
    populate(index, "ann@red bob@blue");
    const MemberSlot ann = *index.find(ClientId(1));
    index.join(ann, group("red"));
    index.leave(ann, group("blue"));
    index.leave(ann, group("green"));
    QCOMPARE(index.inGroup(group("red")).size(), size_t(1));
    QCOMPARE(index.inGroup(group("blue")).size(), size_t(1));
    QCOMPARE(index.groups().size(), size_t(2));
}

void MemberIndexTest::namesDieWithTheirLastMember()
{
    MemberIndex index;
    populate(index, "ann@red#vip bob@red#vip");
    index.remove(*index.find(ClientId(1)));
    QCOMPARE(index.groups().size(), size_t(1));
    QCOMPARE(index.groups().front().group, group("red"));
    QCOMPARE(index.groups().front().members, 1);
    QCOMPARE(index.users(), std::vector{UserName::trusted("bob")});
    index.remove(*index.find(ClientId(2)));
    QVERIFY(index.groups().empty() && index.users().empty() && index.tags().empty() && index.all().empty());
}

void MemberIndexTest::reusesSlots()
{
    MemberIndex index;
    for (quint64 number = 1; number <= 1'000; ++number) {
        const MemberSlot slot = index.add(memberFrom(number, "ann@red"));
        QVERIFY(slot < 3);
        if (number > 2) {
            index.remove(*index.find(ClientId(number - 2)));
        }
    }
    QCOMPARE(index.slotBound(), MemberSlot(3));
}

void MemberIndexTest::agreesWithANaiveModelUnderChurn()
{
    std::mt19937 random(20'240'601);
    const auto nameOf = [&random](const char* kind, unsigned count) {
        return QByteArray(kind) + QByteArray::number(random() % count);
    };
    MemberIndex index;
    NaiveIndex naive;
    quint64 nextClient = 0;
    for (int step = 0; step < 20'000; ++step) {
        const unsigned long choice = random() % 10;
        // Grows to some hundreds, shrinks to nothing, and so on: small and large sets, and their ends.
        const bool growing = (step / 1'000) % 2 == 0;
        if (naive.members.empty() || choice < (growing ? 5UL : 2UL)) {
            Member member = memberFrom(++nextClient, nameOf("u", 50) + "#" + nameOf("t", 3));
            for (unsigned long groups = random() % 3; groups > 0; --groups) {
                const GroupName joined = GroupName::trusted(nameOf("g", 6));
                if (!member.groups.contains(joined)) {
                    member.groups << joined;
                }
            }
            naive.members[index.add(member)] = member;
            continue;
        }
        auto at = std::next(naive.members.begin(), random() % naive.members.size());
        const GroupName changed = GroupName::trusted(nameOf("g", 6));
        if (choice < 6) {
            index.remove(at->first);
            naive.members.erase(at);
        } else if (choice < 8) {
            index.join(at->first, changed);
            if (!at->second.groups.contains(changed)) {
                at->second.groups << changed;
            }
        } else {
            index.leave(at->first, changed);
            at->second.groups.removeOne(changed);
            const TagName tag = TagName::trusted(nameOf("t", 3));
            if (at->second.tags.contains(tag)) {
                index.removeTag(at->first, tag);
                at->second.tags.removeOne(tag);
            } else {
                index.addTag(at->first, tag);
                index.addTag(at->first, tag); // changes nothing
                at->second.tags << tag;
            }
        }
        if (step % 20 != 0) {
            continue;
        }
        QCOMPARE(sorted(index.all()), naive.slotsWhere([](const Member&) { return true; }));
        QCOMPARE(sorted(index.ungrouped()),
                 naive.slotsWhere([](const Member& member) { return member.groups.isEmpty(); }));
        const UserName user = UserName::trusted(nameOf("u", 50));
        QCOMPARE(sorted(index.ofUser(user)),
                 naive.slotsWhere([&](const Member& member) { return member.user == user; }));
        const TagName tag = TagName::trusted(nameOf("t", 3));
        QCOMPARE(sorted(index.withTag(tag)),
                 naive.slotsWhere([&](const Member& member) { return member.tags.contains(tag); }));
        qsizetype memberships = 0;
        for (const GroupSize& size : index.groups()) {
            const auto expected =
                naive.slotsWhere([&](const Member& member) { return member.groups.contains(size.group); });
            QCOMPARE(sorted(index.inGroup(size.group)), expected);
            QCOMPARE(size.members, qsizetype(expected.size()));
            QVERIFY(size.members > 0);
            memberships += size.members;
        }
        for (const auto& [slot, member] : naive.members) {
            QCOMPARE(index.find(member.client), std::optional(slot));
            QCOMPARE(index.member(slot).groups, member.groups);
            memberships -= member.groups.size();
        }
        QCOMPARE(memberships, 0);
    }
}

SIGNALBOX_TEST(MemberIndexTest)
#include "member_index_test.moc"
