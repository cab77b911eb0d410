// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/hint.h"

#include "server/routing/last_seen.h"
#include "tests/routing/population.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::routing;
using namespace signalbox::routing::tests;

class HintTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhyNobodyWasReached_data();
    void saysWhyNobodyWasReached();
    void explainsAFewOfManyRecipients();
    void namesArePrintable();
};

void HintTest::saysWhyNobodyWasReached_data()
{
    QTest::addColumn<QByteArray>("population");
    QTest::addColumn<QByteArray>("recipients");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char* name, const char* population, const char* recipients, const char* hint) {
        QTest::newRow(name) << QByteArray(population) << QByteArray(recipients) << QString::fromUtf8(hint);
    };
    row("somebody is reached", "ann@red", "group:red", "");
    row("somebody of many is reached", "ann@red", "group:blue user:ann", "");
    row("nobody is connected", "", "all", "no client is connected");
    row("nobody is connected, no recipients", "", "", "no client is connected");
    row("nobody is connected, a user who was", "", "user:gone",
        "no client is connected; user \"gone\" was last seen at 2023-11-14 22:13:20 UTC (vanished, 1006)");
    row("no recipients, all in groups", "ann@red bob@red cid@blue", "",
        "no recipients means the clients without a group: 0 of 3");
    row("default group by name", "ann@red",
        "group:", "the group \"\" means the clients without a group: 0 of 1");
    row("seven trailing blanks", "ann@red", "group:red_______",
        "group \"red\" exists; the name sent has 7 trailing blanks");
    row("one leading blank", "ann@red", "group:_red",
        "group \"red\" exists; the name sent has 1 leading blank");
    row("blanks on both sides", "ann@red", "group:_red__",
        "group \"red\" exists; the name sent has 1 leading and 2 trailing blanks");
    row("blanks in the existing name", "ann@red__", "group:red",
        "group \"red  \" exists; the name sent has other blanks at its ends");
    row("case", "ann@red", "group:Red", "group \"red\" exists; the name sent, \"Red\", differs in case");
    row("case and blanks", "ann@red", "group:Red_",
        "group \"red\" exists; the name sent, \"Red \", differs in case and in blanks at its ends");
    row("spelling", "ann@chatusers", "group:chatuser",
        "group \"chatusers\" exists; the name sent, \"chatuser\", is spelled otherwise");
    row("byte order mark in front", "ann@red", "group:\xEF\xBB\xBFred",
        "group \"red\" exists; the name sent, \"\\u{feff}red\", is spelled otherwise");
    row("far name", "ann@red", "group:warehouse", "no client is in group \"warehouse\"");
    row("user with a near name", "Ann@red", "user:ann",
        "user \"Ann\" exists; the name sent, \"ann\", differs in case");
    row("user that nobody knows", "ann@red", "user:zoe", "user \"zoe\" is not connected");
    row("user who left", "ann@red", "user:gone",
        "user \"gone\" was last seen at 2023-11-14 22:13:20 UTC (vanished, 1006)");
    row("tag with a near name", "ann#vip", "tag:VIP",
        "tag \"vip\" exists; the name sent, \"VIP\", differs in case");
    row("tag that no client has", "ann#vip", "tag:staff", "no client has the tag \"staff\"");
    row("the name of a user for a group", "ann@red", "group:ann",
        "no client is in group \"ann\", but there is a user of that name");
    row("the name of a group for a user", "ann@red", "user:red",
        "user \"red\" is not connected, but there is a group of that name");
    row("the name of a tag for a group", "ann@red#vip", "group:vip",
        "no client is in group \"vip\", but there is a tag of that name");
    row("client that is gone", "ann", "client:c9", "client c9 is not connected");
    row("two reasons", "ann@red", "group:RED client:c9",
        "group \"red\" exists; the name sent, \"RED\", differs in case; client c9 is not connected");
    row("the same reason twice", "ann", "client:c9 client:c9", "client c9 is not connected");
    row("the one client is excluded", "ann@red", "group:red allButUser:ann",
        "the one client that matched is excluded");
    row("all clients are excluded", "ann@red ann", "allButUser:ann",
        "all 2 clients that matched are excluded");
    row("a far name beside an exclusion", "ann@red", "group:warehouse allButUser:ann",
        "no client is in group \"warehouse\"");
}

void HintTest::saysWhyNobodyWasReached()
{
    QFETCH(const QByteArray, population);
    QFETCH(const QByteArray, recipients);
    QFETCH(const QString, hint);
    MemberIndex index;
    populate(index, population);
    LastSeen lastSeen;
    lastSeen.record(UserName::trusted("gone"),
                    {WallTime(std::chrono::seconds(1'700'000'000)), EndReason::Vanished, 1006});
    QCOMPARE(hintForNobody(recipientsFrom(recipients), index, lastSeen), hint);
}

void HintTest::explainsAFewOfManyRecipients()
{
    MemberIndex index;
    populate(index, "ann@red");
    Recipients recipients;
    for (int i = 1; i <= 1'000; ++i) {
        recipients.push_back({RecipientType::Client, 'c' + QByteArray::number(100 + i)});
    }
    QCOMPARE(hintForNobody(recipients, index, LastSeen()),
             QStringLiteral(
                 "client c101 is not connected; client c102 is not connected; client c103 is not connected; "
                 "and so on"));
}

void HintTest::namesArePrintable()
{
    MemberIndex index;
    populate(index, "ann@red");
    const Recipients recipients{{RecipientType::Group, "x\xe2\x80\xae<b>\\"}};
    QCOMPARE(hintForNobody(recipients, index, LastSeen()),
             QStringLiteral("no client is in group \"x\\u{202e}<b>\\\\\""));
}

SIGNALBOX_TEST(HintTest)
#include "hint_test.moc"
