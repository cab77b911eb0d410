// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/command_palette.h"

#include "tests/support/test_registry.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/appearance.h"

#include <QtGui/QAction>
#include <QtTest/QtTest>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTreeWidget>

using namespace signalbox::ui;
using namespace Qt::StringLiterals;

class CommandPaletteTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsEveryActionThatCanBeRun()
    {
        Actions actions;
        actions.message.send->setEnabled(false);
        CommandPalette palette(actions.all());
        QCOMPARE(palette.list().topLevelItemCount(), actions.all().size() - 1);
        QVERIFY(palette.list().findItems(u"Send"_s, Qt::MatchExactly).isEmpty());
    }

    void aFewLettersAndEnterRunTheBestFit()
    {
        Actions actions;
        CommandPalette palette(actions.all());
        palette.show();
        const QSignalSpy cleared(actions.frames.clearList, &QAction::triggered);
        QTest::keyClicks(&palette.search(), u"ctl"_s);
        QCOMPARE(palette.list().topLevelItem(0)->text(0), u"Clear the list"_s);
        QVERIFY(!palette.list().topLevelItem(0)->text(1).isEmpty()); // its key
        QTest::keyClick(&palette.search(), Qt::Key_Return);
        QCOMPARE(cleared.count(), 1);
        QVERIFY(!palette.isVisible());
    }

    void arrowsChooseWhileTyping()
    {
        Actions actions;
        CommandPalette palette(actions.all());
        palette.show();
        const QAction* second = palette.list().topLevelItem(1)->data(0, Qt::UserRole).value<QAction*>();
        const QSignalSpy triggered(second, &QAction::triggered);
        QTest::keyClick(&palette.search(), Qt::Key_Down);
        QTest::keyClick(&palette.search(), Qt::Key_Return);
        QCOMPARE(triggered.count(), 1);
    }

    void isAsHighAsWhatFits()
    {
        Actions actions;
        CommandPalette palette(actions.all());
        palette.show();
        const int most = palette.height();
        QVERIFY(palette.list().height() < palette.list().topLevelItemCount() * spacing(3)); // it scrolls
        QTest::keyClicks(&palette.search(), u"clear the list"_s);
        QCOMPARE(palette.list().height(), palette.list().topLevelItemCount() * spacing(3));
        QTRY_VERIFY(palette.height() < most);
        QTest::keyClicks(&palette.search(), u"zzzz"_s);
        QVERIFY(!palette.list().isVisible());
    }

    void enterDoesNothingWhereNothingFits()
    {
        Actions actions;
        CommandPalette palette(actions.all());
        palette.show();
        QTest::keyClicks(&palette.search(), u"zzzz"_s);
        QCOMPARE(palette.list().topLevelItemCount(), 0);
        QTest::keyClick(&palette.search(), Qt::Key_Return);
        QVERIFY(palette.isVisible());
    }
};

SIGNALBOX_TEST(CommandPaletteTest)
#include "command_palette_test.moc"
