// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/member_names.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::recording;

class MemberNamesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unpacksWhatItPacked_data()
    {
        QTest::addColumn<int>("groups");
        QTest::addColumn<int>("tags");
        QTest::addColumn<int>("bytes");
        QTest::newRow("none") << 0 << 0 << 1;
        QTest::newRow("one group") << 1 << 0 << 1;
        QTest::newRow("one tag") << 0 << 1 << 1;
        QTest::newRow("the longest names") << 2 << 2 << 125;
        QTest::newRow("as many as can be configured") << 10'000 << 10'000 << 120;
    }

    void unpacksWhatItPacked()
    {
        QFETCH(int, groups);
        QFETCH(int, tags);
        QFETCH(int, bytes);
        routing::Member member;
        for (int i = 0; i < groups; ++i) {
            member.groups.append(*GroupName::make(QByteArray(bytes, 'g') + QByteArray::number(i % 1000)));
        }
        for (int i = 0; i < tags; ++i) {
            member.tags.append(*TagName::make(QByteArray(bytes, 't') + QByteArray::number(i % 1000)));
        }
        routing::Member unpacked;
        unpackGroupsAndTags(packGroupsAndTags(member), unpacked);
        QCOMPARE(unpacked.groups, member.groups);
        QCOMPARE(unpacked.tags, member.tags);
        QVERIFY(!unpacked.groupsAreFilters);
    }

    void keepsWhetherGroupsAreFilters()
    {
        routing::Member member;
        member.groups.append(GroupName::trusted("a/+"));
        member.groupsAreFilters = true;
        routing::Member unpacked;
        unpackGroupsAndTags(packGroupsAndTags(member), unpacked);
        QVERIFY(unpacked.groupsAreFilters);
        QCOMPARE(unpacked.groups, member.groups);
        QVERIFY(unpacked.tags.isEmpty());
    }
};

SIGNALBOX_TEST(MemberNamesTest)
#include "member_names_test.moc"
