// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/managed/receivers.h"

#include "server/routing/member_index.h"
#include "server/routing/resolver.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::managed;

class ReceiversTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addsClientsToTags()
    {
        QCOMPARE(recipientsFor({false, {"x"}, {"red"}}, {"c3"}),
                 (Recipients{{RecipientType::Client, "c3"}, {RecipientType::Tag, "red"}}));
        QCOMPARE(recipientsFor({true, {"x"}, {"red"}}, {"c3"}), (Recipients{{RecipientType::All, {}}}));
    }

    void reachesNobodyWhenNobodyIsNamed()
    {
        routing::MemberIndex index;
        std::ignore = index.add({ClientId(1), {}, {}, {}}); // in the default group
        routing::Resolver resolver;
        std::vector<routing::MemberSlot> reached;
        resolver.reach(recipientsFor({}, {}), index, reached);
        QVERIFY(reached.empty());
    }
};

SIGNALBOX_TEST(ReceiversTest)
#include "receivers_test.moc"
