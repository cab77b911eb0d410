// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/near_name.h"

#include "tests/support/test_registry.h"

#include <QtCore/QByteArrayList>
#include <QtTest/QTest>

#include <vector>

using namespace signalbox::routing;

class NearNameTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheNearest_data();
    void findsTheNearest();
    void looksAtABoundedNumber();
};

void NearNameTest::findsTheNearest_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArrayList>("existing");
    QTest::addColumn<QByteArray>("name"); // empty: none is near
    QTest::addColumn<Nearness>("nearness");
    const auto near = [](const char* row, const QByteArray& sent, const QByteArrayList& existing,
                         const QByteArray& name,
                         Nearness nearness) { QTest::newRow(row) << sent << existing << name << nearness; };
    const auto none = [](const char* row, const QByteArray& sent, const QByteArrayList& existing) {
        QTest::newRow(row) << sent << existing << QByteArray() << Nearness::Spelling;
    };
    near("trailing blanks", "red       ", {"blue", "red"}, "red", Nearness::Blanks);
    near("leading blank", " red", {"red"}, "red", Nearness::Blanks);
    near("blanks on the other side", "red", {"red   "}, "red   ", Nearness::Blanks);
    near("a hundred blanks", "red" + QByteArray(100, ' '), {"red"}, "red", Nearness::Blanks);
    near("case", "RED", {"red"}, "red", Nearness::Case);
    near("case beyond ASCII", "\xc3\x89t\xc3\xa9", {"\xc3\xa9t\xc3\xa9"}, "\xc3\xa9t\xc3\xa9",
         Nearness::Case);
    near("blanks and case", "RED  ", {"Red"}, "Red", Nearness::BlanksAndCase);
    near("letter changed", "rad", {"red"}, "red", Nearness::Spelling);
    near("letter left out", "chatusrs", {"chatusers"}, "chatusers", Nearness::Spelling);
    near("letter put in", "chattusers", {"chatusers"}, "chatusers", Nearness::Spelling);
    near("letters swapped", "rde", {"red"}, "red", Nearness::Spelling);
    near("two letters of six", "orders", {"ardars"}, "ardars", Nearness::Spelling);
    near("first two of six", "xxders", {"orders"}, "orders", Nearness::Spelling);
    near("last two of six", "ordexx", {"orders"}, "orders", Nearness::Spelling);
    near("two more at the end", "chatusers", {"chatusers12"}, "chatusers12", Nearness::Spelling);
    near("spelling in another case", "Oders ", {"ORDERS"}, "ORDERS", Nearness::Spelling);
    near("character of four bytes", "chat\xf0\x9f\x98\x80", {"chat"}, "chat", Nearness::Spelling);
    near("byte order mark in front", "\xEF\xBB\xBFred", {"red"}, "red", Nearness::Spelling);
    none("three letters of nine", "xxxtusers", {"chatusers"});
    none("two letters of five", "reads", {"roods"});
    none("one letter of two", "ab", {"ac"});
    none("another single letter", "a", {"b"});
    none("nothing exists", "red", {});
    none("far longer", "red", {"redder than red"});
    none("only blanks", "   ", {"a", " "});
    near("blanks before case", "red ", {"RED ", "red"}, "red", Nearness::Blanks);
    near("case before spelling", "RED", {"rEDs", "red"}, "red", Nearness::Case);
    near("one edit before two", "orders", {"ardars", "arders"}, "arders", Nearness::Spelling);
    near("the first in the alphabet", "room5", {"room9", "room2", "room7"}, "room2", Nearness::Spelling);
}

void NearNameTest::findsTheNearest()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const QByteArrayList, existing);
    QFETCH(const QByteArray, name);
    QFETCH(const Nearness, nearness);
    const auto found = nearestName(sent, std::vector<QByteArray>(existing.begin(), existing.end()));
    QCOMPARE(found.has_value(), !name.isEmpty());
    if (found) {
        QCOMPARE(found->name, name);
        QCOMPARE(found->nearness, nearness);
    }
}

void NearNameTest::looksAtABoundedNumber()
{
    std::vector<QByteArray> existing(maxNamesCompared, "something else");
    existing.push_back("red");
    QVERIFY(!nearestName("red ", existing));
    existing.erase(existing.begin());
    QVERIFY(nearestName("red ", existing));
}

SIGNALBOX_TEST(NearNameTest)
#include "near_name_test.moc"
