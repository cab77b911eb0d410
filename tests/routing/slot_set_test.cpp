// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routing/slot_set.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <random>
#include <set>

using namespace signalbox::routing;

class SlotSetTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatWasAddedAndNotRemoved_data();
    void holdsWhatWasAddedAndNotRemoved();
};

void SlotSetTest::holdsWhatWasAddedAndNotRemoved_data()
{
    QTest::addColumn<MemberSlot>("slots");
    QTest::newRow("1") << MemberSlot(1);
    QTest::newRow("2") << MemberSlot(2);
    QTest::newRow("31") << MemberSlot(31);
    QTest::newRow("32") << MemberSlot(32);
    QTest::newRow("33") << MemberSlot(33);
    QTest::newRow("34") << MemberSlot(34);
    QTest::newRow("500") << MemberSlot(500);
}

void SlotSetTest::holdsWhatWasAddedAndNotRemoved()
{
    QFETCH(const MemberSlot, slots);
    std::mt19937 random(slots);
    SlotSet set;
    std::set<MemberSlot> model;
    for (int step = 0; step < 5'000; ++step) {
        const auto slot = static_cast<MemberSlot>(random() % slots);
        if (model.insert(slot).second) {
            set.add(slot);
        } else {
            model.erase(slot);
            set.remove(slot);
        }
        const std::set<MemberSlot> held(set.slots().begin(), set.slots().end());
        QCOMPARE(held, model);
        QCOMPARE(set.size(), qsizetype(model.size()));
        QCOMPARE(set.isEmpty(), model.empty());
    }
    while (!model.empty()) {
        set.remove(*model.begin());
        model.erase(model.begin());
    }
    QVERIFY(set.isEmpty());
}

SIGNALBOX_TEST(SlotSetTest)
#include "slot_set_test.moc"
