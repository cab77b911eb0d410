// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/member_index.h"
#include "server/routing/resolver.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <set>

using namespace signalbox;
using namespace signalbox::routing;

class TopicFiltersTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reachesWhoeverSubscribesWithWildcards()
    {
        MemberIndex index;
        const auto group = [](const char* name) { return GroupName::trusted(name); };
        const MemberSlot one = index.add({ClientId(1), {}, {group("a/+")}, {}, true});
        std::ignore = index.add({ClientId(2), {}, {group("a/+")}, {}}); // to whom it is a name like others
        const MemberSlot both = index.add({ClientId(3), {}, {group("a/b"), group("a/#")}, {}, true});
        Resolver resolver;
        std::vector<MemberSlot> reached;
        resolver.reach({{RecipientType::Group, "a/b"}}, index, reached);
        QCOMPARE(std::set<MemberSlot>(reached.begin(), reached.end()), (std::set<MemberSlot>{one, both}));
        QCOMPARE(reached.size(), size_t(2));
        resolver.reach({{RecipientType::Group, "a/b"}, {RecipientType::AllButClient, "c1"}}, index, reached);
        QCOMPARE(reached, std::vector<MemberSlot>{both});
        index.leave(one, group("a/+"));
        index.remove(both);
        resolver.reach({{RecipientType::Group, "a/b"}}, index, reached);
        QVERIFY(reached.empty());
        index.join(one, group("#"));
        resolver.reach({{RecipientType::Group, "x"}}, index, reached);
        QCOMPARE(reached, std::vector<MemberSlot>{one});
    }
};

SIGNALBOX_TEST(TopicFiltersTest)
#include "topic_filters_test.moc"
