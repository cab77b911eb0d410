// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/client_names.h"
#include "ui/models/frames_model.h"
#include "ui/widgets/bytes_view.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/frames_tree.h"
#include "ui/widgets/frames_view.h"
#include "ui/widgets/palette.h"

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QtTest>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;

namespace {

/// Counts how often a widget, or one in it, is painted.
class PaintCounter final : public QObject {
public:
    explicit PaintCounter(QWidget& root)
    {
        root.installEventFilter(this);
        for (QWidget* child : root.findChildren<QWidget*>()) {
            child->installEventFilter(this);
        }
    }

    int paints = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        paints += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

} // namespace

class FramesViewTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }
    void showsTheEmptyStateUntilARowComes();
    void followsTheNewestRow();
    void stopsFollowingWhenTheUserScrollsUp();
    void thePillBringsTheEndBack();
    void endFollowsAgain();
    void whatIsReadStaysWhereItIsWhileRowsGo();
    void tellsWhichFrameIsSelected();
    void thePillSaysThatTheListIsPaused();
    void theContentKeepsItsRoom();
    void columnsThatWereArrangedStay();
    void stepsThroughFrames();
    void stepsThroughMatchesAroundTheEnd();
    void keysBeginAtTheLowestRowThatIsSeen();
    void spaceAndLettersGoWhereTheyBelong();
    void keepsTheSelectionThroughAFilter();
    void doesNotWanderWhenTheSelectedRowGoes();
    void aHiddenViewPaintsNothing();
    void aMinimisedWindowPaintsNothing();
    void aMarkedRowStandsOut();
    void columnsAreChosenAndMoved();
    void showsTheBytesByLines();
    void copiesBytes();

private:
    void countsNoPaintWhileFramesCome();
    [[nodiscard]] quint64 topNumber() const
    {
        return m_model->frame(m_view->tree().indexAt(QPoint(0, 0))).number;
    }
    [[nodiscard]] QScrollBar* bar() const { return m_view->tree().verticalScrollBar(); }

    ClientNames m_names;
    std::unique_ptr<FramesModel> m_model;
    std::unique_ptr<FramesView> m_view;
};

void FramesViewTest::init()
{
    m_view.reset();
    m_model = std::make_unique<FramesModel>(m_names, 1'000);
    m_view = std::make_unique<FramesView>(*m_model);
    m_view->resize(800, 400);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void FramesViewTest::showsTheEmptyStateUntilARowComes()
{
    QVERIFY(m_view->emptyState().isVisible());
    m_model->append(frames(1, 1));
    QVERIFY(m_view->tree().isVisible());
    m_model->clear();
    QVERIFY(m_view->emptyState().isVisible());
}

void FramesViewTest::followsTheNewestRow()
{
    m_model->append(frames(1, 200));
    QCOMPARE(bar()->value(), bar()->maximum());
    m_model->append(frames(201, 400));
    QCOMPARE(bar()->value(), bar()->maximum());
    QVERIFY(m_view->isFollowing());
    QVERIFY(!m_view->pill().isVisible());
}

void FramesViewTest::stopsFollowingWhenTheUserScrollsUp()
{
    m_model->append(frames(1, 200));
    bar()->setValue(50);
    QVERIFY(!m_view->isFollowing());
    const quint64 top = topNumber();
    m_model->append(frames(201, 1'000));
    QApplication::processEvents();
    QCOMPARE(topNumber(), top);
    QCOMPARE(m_view->newRows(), 800);
    QVERIFY(m_view->pill().isVisible());
    QCOMPARE(m_view->pill().text(), QStringLiteral("▾ 800 new"));
}

void FramesViewTest::thePillBringsTheEndBack()
{
    m_model->append(frames(1, 200));
    bar()->setValue(50);
    m_model->append(frames(201, 210));
    QTest::mouseClick(&m_view->pill(), Qt::LeftButton);
    QVERIFY(m_view->isFollowing());
    QVERIFY(!m_view->pill().isVisible());
    QCOMPARE(bar()->value(), bar()->maximum());
}

void FramesViewTest::endFollowsAgain()
{
    m_model->append(frames(1, 200));
    bar()->setValue(50);
    QTest::keyClick(&m_view->tree(), Qt::Key_End);
    QVERIFY(m_view->isFollowing());
}

void FramesViewTest::whatIsReadStaysWhereItIsWhileRowsGo()
{
    m_model->append(frames(1, 1'000));
    bar()->setValue(500);
    const quint64 top = topNumber();
    m_model->append(frames(1'001, 1'300));
    QApplication::processEvents();
    QCOMPARE(m_model->frame(m_model->index(0, 0)).number, 301U);
    QCOMPARE(topNumber(), top);
    QVERIFY(!m_view->isFollowing());
}

void FramesViewTest::tellsWhichFrameIsSelected()
{
    QSignalSpy selected(m_view.get(), &FramesView::frameSelected);
    m_model->append(frames(1, 10));
    m_view->tree().setCurrentIndex(m_model->index(4, 0));
    QCOMPARE(selected.last()[0].toULongLong(), 5U);
}

void FramesViewTest::thePillSaysThatTheListIsPaused()
{
    m_model->append(frames(1, 3));
    m_model->setPaused(true);
    m_model->append(frames(4, 9));
    QVERIFY(m_view->pill().isVisible());
    QCOMPARE(m_view->pill().text(), QStringLiteral("▷ paused, 6 waiting"));
    QSignalSpy wanted(&m_view->tree(), &FramesTree::pauseWanted);
    m_view->pill().click();
    QCOMPARE(wanted.size(), 1);
    m_model->setPaused(false);
    QVERIFY(!m_view->pill().isVisible());
}

void FramesViewTest::theContentKeepsItsRoom()
{
    const FramesTree& tree = m_view->tree();
    m_model->append(frames(1, 3));
    const int character = tree.fontMetrics().averageCharWidth();
    m_view->resize(character * 200, 300);
    QVERIFY(!tree.isColumnHidden(FramesModel::ActionColumn) &&
            !tree.isColumnHidden(FramesModel::DeltaColumn));
    m_view->resize(character * 115, 300);
    QVERIFY(tree.isColumnHidden(FramesModel::ActionColumn) && tree.isColumnHidden(FramesModel::DeltaColumn));
    QTRY_VERIFY2(tree.columnWidth(FramesModel::SummaryColumn) >= character * 30,
                 qPrintable(QString::number(tree.columnWidth(FramesModel::SummaryColumn) / character)));
    QCOMPARE(tree.horizontalScrollBar()->maximum(), 0);
    m_view->resize(character * 200, 300);
    QVERIFY(!tree.isColumnHidden(FramesModel::ActionColumn));
}

void FramesViewTest::columnsThatWereArrangedStay()
{
    FramesTree& tree = m_view->tree();
    m_model->append(frames(1, 3));
    m_view->resize(2'000, 300);
    tree.setColumnWidth(FramesModel::FromColumn, 200);
    tree.setColumnHidden(FramesModel::LengthColumn, true);
    m_view->resize(500, 300);
    QCOMPARE(tree.columnWidth(FramesModel::FromColumn), 200);
    QVERIFY(tree.isColumnHidden(FramesModel::ActionColumn)); // nobody wanted it to stay
    m_view->resize(2'000, 300);
    QCOMPARE(tree.columnWidth(FramesModel::FromColumn), 200);
    QVERIFY(!tree.isColumnHidden(FramesModel::ActionColumn));
    QVERIFY(tree.isColumnHidden(FramesModel::LengthColumn));
}

void FramesViewTest::keysBeginAtTheLowestRowThatIsSeen()
{
    m_model->append(frames(1, 200));
    QFocusEvent focus(QEvent::FocusIn, Qt::TabFocusReason);
    QCoreApplication::sendEvent(&m_view->tree(), &focus);
    QCOMPARE(bar()->value(), bar()->maximum());
    QTest::keyClick(&m_view->tree(), Qt::Key_Up);
    QCOMPARE(m_model->frame(m_view->tree().currentIndex()).number, 199ULL);
    QVERIFY(m_view->tree().selectionModel()->isSelected(m_view->tree().currentIndex()));
}

void FramesViewTest::stepsThroughFrames()
{
    m_model->append(frames(1, 3));
    QSignalSpy selected(m_view.get(), &FramesView::frameSelected);
    m_view->selectNext(); // from nothing to the newest
    QCOMPARE(selected.last()[0].toULongLong(), 3U);
    m_view->selectNext(); // there is none
    m_view->selectPrevious();
    QCOMPARE(selected.last()[0].toULongLong(), 2U);
    m_view->selectPrevious();
    m_view->selectPrevious(); // there is none
    QCOMPARE(selected.last()[0].toULongLong(), 1U);
    m_view->selectNext();
    QCOMPARE(selected.last()[0].toULongLong(), 2U);
}

void FramesViewTest::stepsThroughMatchesAroundTheEnd()
{
    link::FrameBatch rows = frames(1, 5);
    rows.rows[2].kind = link::RowKind::Gap; // no filter hides a loss, and none looks for it
    m_model->append(rows);
    const auto current = [this] { return m_view->currentFrame()->number; };
    m_view->selectMatch(StepDirection::Next);
    QCOMPARE(current(), 1U);
    for (const quint64 number : {2U, 4U, 5U, 1U}) {
        m_view->selectMatch(StepDirection::Next);
        QCOMPARE(current(), number);
    }
    for (const quint64 number : {5U, 4U, 2U}) {
        m_view->selectMatch(StepDirection::Previous);
        QCOMPARE(current(), number);
    }
    m_model->clear();
    m_view->selectMatch(StepDirection::Next); // there is none
}

void FramesViewTest::spaceAndLettersGoWhereTheyBelong()
{
    m_model->append(frames(1, 3));
    QSignalSpy paused(&m_view->tree(), &FramesTree::pauseWanted);
    QSignalSpy typed(&m_view->tree(), &FramesTree::typed);
    QTest::keyClick(&m_view->tree(), Qt::Key_Space);
    QTest::keyClick(&m_view->tree(), Qt::Key_P);
    QCOMPARE(paused.size(), 1);
    QCOMPARE(typed.size(), 1);
    QCOMPARE(typed[0][0].toString(), QStringLiteral("p"));
}

void FramesViewTest::keepsTheSelectionThroughAFilter()
{
    m_model->append(batch({frame(1, "a"), frame(2, "b"), frame(3, "b")}, 3));
    m_view->tree().setCurrentIndex(m_model->index(2, 0));
    m_model->setFilter(FrameFilter(QStringLiteral("b")));
    QCOMPARE(m_model->frame(m_view->tree().currentIndex()).number, 3U);
}

void FramesViewTest::doesNotWanderWhenTheSelectedRowGoes()
{
    m_model->append(frames(1, 1'000));
    m_view->tree().setCurrentIndex(m_model->index(10, 0));
    QSignalSpy selected(m_view.get(), &FramesView::frameSelected);
    m_model->append(frames(1'001, 1'100));
    m_model->append(frames(1'101, 1'200));
    QCOMPARE(selected.size(), 0); // whoever reads its detail goes on reading
    QVERIFY(!m_view->tree().selectionModel()->hasSelection());
}

void FramesViewTest::countsNoPaintWhileFramesCome()
{
    QApplication::processEvents();
    PaintCounter counter(*m_view);
    for (quint64 first = 201; first < 1'500; first += 100) {
        m_model->append(frames(first, first + 99));
        QApplication::processEvents();
    }
    QCOMPARE(counter.paints, 0);
    m_view->showNormal();
    QTRY_VERIFY(counter.paints > 0);
    QTRY_COMPARE(bar()->value(), bar()->maximum()); // at the newest row, as before
}

void FramesViewTest::aHiddenViewPaintsNothing()
{
    m_model->append(frames(1, 200));
    m_view->hide();
    countsNoPaintWhileFramesCome();
}

void FramesViewTest::aMinimisedWindowPaintsNothing()
{
    m_model->append(frames(1, 200));
    m_view->showMinimized();
    countsNoPaintWhileFramesCome();
}

void FramesViewTest::aMarkedRowStandsOut()
{
    m_view->setPalette(paletteOf(Theme::Light));
    m_model->append(frames(1, 5));
    const auto ground = [this] {
        const QRect row = m_view->tree().visualRect(m_model->index(2, 0));
        return m_view->tree().viewport()->grab().toImage().pixelColor(row.left() + 1, row.top() + 1);
    };
    const QColor before = ground();
    m_model->toggleMark(m_model->index(2, 0));
    QVERIFY(ground() != before);
    QCOMPARE(ground(), colorsOf(Theme::Light).warningFill);
}

void FramesViewTest::columnsAreChosenAndMoved()
{
    QHeaderView* header = m_view->tree().header();
    QVERIFY(header->sectionsMovable());
    QCOMPARE(header->contextMenuPolicy(), Qt::CustomContextMenu);
    QVERIFY(m_view->tree().isColumnHidden(FramesModel::DirectionColumn));
    header->moveSection(header->visualIndex(FramesModel::ActionColumn), 0);
    m_view->tree().setColumnHidden(FramesModel::LengthColumn, true);
    FramesView other(*m_model);
    other.tree().fit().restore(m_view->tree().fit().state());
    QCOMPARE(other.tree().header()->visualIndex(FramesModel::ActionColumn), 0);
    QVERIFY(other.tree().isColumnHidden(FramesModel::LengthColumn));
}

void FramesViewTest::showsTheBytesByLines()
{
    BytesView view;
    view.resize(900, 300);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QByteArray bytes("\x81\x05hello\0\x7f", 9);
    bytes += QByteArray(16, 'z');
    view.setBytes({bytes, 2});
    QCOMPARE(view.lineCount(), 2);
    QCOMPARE(view.lineText(0),
             QStringLiteral("000000  81 05 68 65 6c 6c 6f 00 7f 7a 7a 7a 7a 7a 7a 7a  ··hello··zzzzzzz"));
    QVERIFY(view.lineText(1).startsWith(QStringLiteral("000010  7a 7a")));
    view.resize(350, 300);
    QApplication::processEvents();
    QCOMPARE(view.lineCount(), 4); // eight in a line where it is narrow
    view.setBytes({QByteArray(4 << 20, 'x'), 0});
    view.grab(); // draws only what is seen
    view.setBytes({});
    QCOMPARE(view.lineCount(), 0);
}

void FramesViewTest::copiesBytes()
{
    BytesView view;
    view.setBytes({QByteArray("\x81\x05hello"), 2});
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("81 05 68 65 6c 6c 6f"));
    view.mark(2, 1);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("68"));
}

SIGNALBOX_TEST(FramesViewTest)
#include "frames_view_test.moc"
