// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/recording/name_table.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using signalbox::recording::NameTable;

class NameTableTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void storesANameOnce()
    {
        NameTable table;
        const auto first = table.add("ann");
        const auto second = table.add("ann");
        QCOMPARE(first, second);
        QCOMPARE(table.count(), 1);
        QCOMPARE(table.name(first), QByteArray("ann"));
    }

    void forgetsANameWithItsLastUser()
    {
        NameTable table;
        const auto ann = table.add("ann");
        table.retain(ann);
        const auto bob = table.add("bob");
        table.release(ann);
        QCOMPARE(table.name(ann), QByteArray("ann"));
        table.release(ann);
        QCOMPARE(table.count(), 1);
        QCOMPARE(table.add("cat"), ann); // the slot is used again
        table.release(bob);
        table.release(ann);
        QCOMPARE(table.count(), 0);
        QCOMPARE(table.heldBytes(), 0);
    }

    void givesTheEmptyNameIndexZero()
    {
        NameTable table;
        QCOMPARE(table.add({}), NameTable::Index{0});
        table.retain(0);
        table.release(0);
        table.release(0);
        QCOMPARE(table.name(0), QByteArray());
    }
};

SIGNALBOX_TEST(NameTableTest)
#include "name_table_test.moc"
