// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/models/filter_memory.h"
#include "ui/widgets/filter_line.h"

#include <QtTest/QtTest>
#include <QtWidgets/QInputDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::ui;

class FilterLineTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysHowTheFilterWasRead()
    {
        FilterMemory memory;
        FilterLine line(memory);
        QVERIFY(line.isHidden());
        line.setReading({u"hello"_s, u"searching payloads for hello"_s});
        QVERIFY(!line.isHidden());
        QCOMPARE(line.text(), u"searching payloads for hello"_s);
        line.setProgress(1'200, 1'000'000);
        QCOMPARE(line.text(), u"searching payloads for hello · 1,200 of 1,000,000 searched"_s);
        line.setProgress(1'000'000, 0);
        QCOMPARE(line.text(), u"searching payloads for hello"_s);
        line.setReading({});
        QVERIFY(line.isHidden());
    }

    void saysWhatIsWrongAndWhere()
    {
        FilterMemory memory;
        FilterLine line(memory);
        line.setReading({u"fin and x =="_s, u"A value is missing after ==."_s,
                         filter::Fault{"filter.syntax", {}, 12, 0}});
        QCOMPARE(line.text(), u"At 13: A value is missing after ==."_s);
    }

    void keptFiltersAreButtons()
    {
        FilterMemory memory;
        FilterLine line(memory);
        QSignalSpy chosen(&line, &FilterLine::chosen);
        memory.keep(u"a & b"_s, u"kind == refused"_s);
        QVERIFY(!line.isHidden());
        QCOMPARE(line.keptButtons().size(), 1);
        QCOMPARE(line.keptButtons().first()->text(), u"a && b"_s);
        line.keptButtons().first()->click();
        QCOMPARE(chosen.takeFirst()[0].toString(), u"kind == refused"_s);
        memory.remember(u"from == ann"_s);
        QMenu* menu = line.recentButton().menu();
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), 1);
        menu->actions().first()->trigger();
        QCOMPARE(chosen.takeFirst()[0].toString(), u"from == ann"_s);
        memory.forget(u"a & b"_s);
        QVERIFY(line.keptButtons().isEmpty());
    }

    void asksForTheNameOfAButton()
    {
        FilterMemory memory;
        FilterLine line(memory);
        line.askForName(u"code >= 400"_s);
        auto* dialog = line.findChild<QInputDialog*>();
        QVERIFY(dialog != nullptr);
        dialog->setTextValue(u" errors "_s);
        dialog->accept();
        QCOMPARE(memory.kept(), (QList<FilterMemory::Kept>{{u"errors"_s, u"code >= 400"_s}}));
    }
};

SIGNALBOX_TEST(FilterLineTest)
#include "filter_line_test.moc"
