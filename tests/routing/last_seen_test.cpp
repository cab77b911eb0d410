// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/last_seen.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::routing;

namespace {

UserName user(int number)
{
    return UserName::trusted("u" + QByteArray::number(number));
}

Seen at(int second)
{
    return {WallTime(std::chrono::seconds(second)), EndReason::Vanished, 1006};
}

} // namespace

class LastSeenTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void remembersTheLatestEndOfAUser();
    void forgetsTheUserThatEndedLongestAgo();
    void recordsNobodyForTheEmptyUser();
};

void LastSeenTest::remembersTheLatestEndOfAUser()
{
    LastSeen lastSeen;
    QVERIFY(!lastSeen.find(user(1)));
    lastSeen.record(user(1), at(5));
    lastSeen.record(user(2), at(6));
    lastSeen.record(user(1), at(7));
    QCOMPARE(lastSeen.find(user(1)), at(7));
    QCOMPARE(lastSeen.find(user(2)), at(6));
    QCOMPARE(lastSeen.size(), 2);
}

void LastSeenTest::forgetsTheUserThatEndedLongestAgo()
{
    LastSeen lastSeen(3);
    for (int number = 1; number <= 3; ++number) {
        lastSeen.record(user(number), at(number));
    }
    lastSeen.record(user(1), at(4)); // now user 2 is the oldest
    lastSeen.record(user(4), at(5));
    QCOMPARE(lastSeen.size(), 3);
    QVERIFY(!lastSeen.find(user(2)));
    QCOMPARE(lastSeen.find(user(1)), at(4));
    for (int round = 0; round < 1'000; ++round) {
        lastSeen.record(user(round), at(round));
    }
    QCOMPARE(lastSeen.size(), 3);
    QVERIFY(lastSeen.find(user(999)) && lastSeen.find(user(997)) && !lastSeen.find(user(996)));
}

void LastSeenTest::recordsNobodyForTheEmptyUser()
{
    LastSeen lastSeen;
    lastSeen.record(UserName(), at(1));
    QCOMPARE(lastSeen.size(), 0);
}

SIGNALBOX_TEST(LastSeenTest)
#include "last_seen_test.moc"
