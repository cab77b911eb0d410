// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/column_fit.h"

#include "tests/support/test_registry.h"
#include "ui/widgets/plain_tree.h"

#include <QtGui/QStandardItemModel>
#include <QtTest/QtTest>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>

using namespace signalbox::tests;
using namespace signalbox::ui;
using namespace Qt::StringLiterals;

namespace {

/// Name takes what is left; Note goes first, then Kind.
enum Column { Name, Kind, Note, Extra };

class Desk final {
public:
    Desk()
    {
        model.setHorizontalHeaderLabels({u"Name"_s, u"Kind"_s, u"Note"_s, u"Extra"_s});
        tree.setModel(&model);
        tree.setRootIsDecorated(false);
        ColumnFit& fit = tree.fit();
        fit.setSample(Name, u"a name of some length"_s, u"a name"_s);
        fit.setSample(Kind, u"usual kind"_s);
        fit.setSample(Note, u"a note"_s);
        fit.setFlexible({Name});
        fit.setHiddenAtFirst({Extra});
        fit.setSavings({{Note, ColumnSaving::How::Hide},
                        {Name, ColumnSaving::How::Shrink},
                        {Kind, ColumnSaving::How::Hide}});
        show(100);
    }

    void show(int characters)
    {
        tree.resize(characters * tree.fontMetrics().averageCharWidth(), 200);
        tree.show();
        QVERIFY(QTest::qWaitForWindowExposed(&tree));
    }
    [[nodiscard]] int sum() const
    {
        int sum = 0;
        for (int column = Name; column <= Extra; ++column) {
            sum += tree.columnWidth(column);
        }
        return sum;
    }
    [[nodiscard]] bool isShown(Column column) const { return !tree.isColumnHidden(column); }

    QStandardItemModel model{3, 4};
    PlainTree tree;
};

} // namespace

class ColumnFitTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFlexibleColumnTakesWhatIsLeft()
    {
        const Desk desk;
        QCOMPARE(desk.sum(), desk.tree.viewport()->width());
        QVERIFY(desk.isShown(Kind) && desk.isShown(Note) && !desk.isShown(Extra));
    }

    void savesInOrderAndGivesBackWhenThereIsRoomAgain()
    {
        Desk desk;
        desk.show(38);
        QVERIFY(desk.isShown(Kind) && !desk.isShown(Note));
        QCOMPARE(desk.sum(), desk.tree.viewport()->width());
        desk.show(15);
        QVERIFY(!desk.isShown(Kind) && !desk.isShown(Note));
        QCOMPARE(desk.tree.horizontalScrollBar()->maximum(), 0);
        desk.show(100);
        QVERIFY(desk.isShown(Kind) && desk.isShown(Note));
        QCOMPARE(desk.sum(), desk.tree.viewport()->width());
    }

    void headingsAndNamesAreNeverCut()
    {
        Desk desk;
        desk.show(5); // far too little: it scrolls
        const int name = desk.tree.fontMetrics().horizontalAdvance(u"a name"_s);
        QVERIFY2(desk.tree.columnWidth(Name) > name,
                 qPrintable(QString::number(desk.tree.columnWidth(Name))));
        desk.show(100);
        desk.model.setHeaderData(Kind, Qt::Horizontal, u"A heading that is longer than the cells"_s);
        desk.tree.fit().apply();
        QVERIFY(desk.tree.columnWidth(Kind) > desk.tree.header()->fontMetrics().horizontalAdvance(
                                                  u"A heading that is longer than the cells"_s));
    }

    void whatTheUserChoseStays()
    {
        Desk desk;
        desk.tree.header()->resizeSection(Kind, 150);
        desk.tree.fit().chooseShown(Note, true);
        desk.tree.fit().chooseShown(Extra, true);
        for (const int width : {20, 38, 100}) {
            desk.show(width);
            QCOMPARE(desk.isShown(Kind) ? desk.tree.columnWidth(Kind) : 150, 150);
            QVERIFY(desk.isShown(Note) && desk.isShown(Extra));
        }
        desk.tree.fit().reset();
        QVERIFY(!desk.isShown(Extra));
        QVERIFY(desk.tree.columnWidth(Kind) != 150);
    }

    void onlyChoicesAreRemembered()
    {
        Desk narrow;
        narrow.show(15);
        narrow.tree.header()->moveSection(2, 0);
        narrow.tree.fit().chooseShown(Extra, true);
        Desk wide;
        wide.tree.fit().restore(narrow.tree.fit().state());
        QVERIFY(wide.isShown(Kind) && wide.isShown(Note) && wide.isShown(Extra));
        QCOMPARE(wide.tree.header()->visualIndex(Note), 0);
        QCOMPARE(wide.sum(), wide.tree.viewport()->width());
    }

    void ignoresAStateThatItDoesNotKnow()
    {
        Desk desk;
        const QByteArray state = desk.tree.fit().state();
        for (const QByteArray& other : {QByteArray(), QByteArray("old"), state.left(state.size() / 2)}) {
            desk.tree.fit().restore(other);
            QVERIFY(desk.isShown(Kind) && desk.isShown(Note) && !desk.isShown(Extra));
        }
    }

    void widthsGrowWithTheText()
    {
        Desk desk;
        desk.tree.header()->resizeSection(Kind, 100);
        QFont font = desk.tree.font();
        font.setPointSizeF(font.pointSizeF() * 1.5);
        desk.tree.setFont(font);
        QVERIFY(qAbs(desk.tree.columnWidth(Kind) - 150) <= 8);
        QCOMPARE(desk.sum(), desk.tree.viewport()->width());
    }

    void onlyWhatIsOfferedIsShown()
    {
        Desk desk;
        desk.tree.fit().chooseShown(Extra, true);
        desk.tree.fit().setOffered({Name, Kind});
        QVERIFY(desk.isShown(Kind) && !desk.isShown(Note) && !desk.isShown(Extra));
        desk.tree.fit().setOffered({});
        QVERIFY(desk.isShown(Kind) && desk.isShown(Note) && desk.isShown(Extra));
    }
};

SIGNALBOX_TEST(ColumnFitTest)
#include "column_fit_test.moc"
