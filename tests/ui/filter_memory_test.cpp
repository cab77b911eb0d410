// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/models/filter_memory.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using signalbox::ui::FilterMemory;

class FilterMemoryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsFiltersByName()
    {
        FilterMemory memory;
        QSignalSpy changed(&memory, &FilterMemory::changed);
        memory.keep(u"errors"_s, u"kind == refused"_s);
        memory.keep(u"slow"_s, u"end == slow"_s);
        memory.keep(u"errors"_s, u"code >= 400"_s);
        QCOMPARE(memory.kept(),
                 (QList<FilterMemory::Kept>{{u"errors"_s, u"code >= 400"_s}, {u"slow"_s, u"end == slow"_s}}));
        memory.forget(u"errors"_s);
        QCOMPARE(memory.kept().size(), 1);
        QCOMPARE(changed.size(), 4);
    }

    void remembersTheLastOnesOnce()
    {
        FilterMemory memory;
        for (int number = 0; number < 20; ++number) {
            memory.remember(u"number == %1x"_s.arg(number));
        }
        QCOMPARE(memory.recent().size(), FilterMemory::maxRecent);
        memory.remember(u"number == 15x"_s);
        QCOMPARE(memory.recent().first(), u"number == 15x"_s);
        QCOMPARE(memory.recent().count(u"number == 15x"_s), 1);
    }

    void whatWasTypedOnTakesThePlaceOfItsBeginning()
    {
        FilterMemory memory;
        memory.remember(u"pri"_s);
        memory.remember(u"price"_s);
        QCOMPARE(memory.recent(), QStringList{u"price"_s});
    }

    void comesBackFromTexts()
    {
        FilterMemory memory;
        memory.keep(u"a"_s, u"fin"_s);
        FilterMemory other;
        other.restore(memory.keptAsTexts() + QStringList{u"half"_s}, {u"x"_s});
        QCOMPARE(other.kept(), memory.kept());
        QCOMPARE(other.recent(), QStringList{u"x"_s});
    }
};

SIGNALBOX_TEST(FilterMemoryTest)
#include "filter_memory_test.moc"
