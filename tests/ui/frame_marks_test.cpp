// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/client_names.h"
#include "ui/models/frame_steps.h"
#include "ui/models/frames_model.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;

class FrameMarksTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void togglesAMark();
    void goesFromMarkToMarkAroundTheEnd();
    void skipsMarksThatAFilterHides();
    void forgetsMarksOfRowsThatAreGone();
    void countsTheTimeFromTheRowAbove();
    void anIgnoredRowPartsNothing();
    void countsTheTimeFromAReference();
    void theReferenceOutlivesItsRow();
    void stepsOverIgnoredRows();
    void stepsThroughAConversation();

private:
    [[nodiscard]] QString cell(int row, int column) const
    {
        return m_model->index(row, column).data().toString();
    }

    ClientNames m_names;
    std::unique_ptr<FramesModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void FrameMarksTest::init()
{
    m_tester.reset();
    m_model = std::make_unique<FramesModel>(m_names, 100);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    m_model->append(frames(1, 10));
}

void FrameMarksTest::togglesAMark()
{
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->toggleMark(m_model->index(3, FramesModel::SummaryColumn));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(cell(3, FramesModel::NumberColumn), QStringLiteral("◆ 4"));
    QVERIFY(m_model->index(3, 0).data(FramesModel::markedRole).toBool());
    QVERIFY(m_model->index(3, 0).data(Qt::AccessibleTextRole).toString().endsWith(u", marked"));
    m_model->toggleMark(m_model->index(3, 0));
    QCOMPARE(cell(3, FramesModel::NumberColumn), QStringLiteral("4"));
    m_model->toggleMark({}); // no row is current
}

void FrameMarksTest::goesFromMarkToMarkAroundTheEnd()
{
    QVERIFY(!markStep(*m_model, m_model->index(0, 0), StepDirection::Next).isValid());
    m_model->toggleMark(m_model->index(2, 0));
    m_model->toggleMark(m_model->index(7, 0));
    QCOMPARE(markStep(*m_model, {}, StepDirection::Next).row(), 2);
    QCOMPARE(markStep(*m_model, m_model->index(2, 0), StepDirection::Next).row(), 7);
    QCOMPARE(markStep(*m_model, m_model->index(7, 0), StepDirection::Next).row(), 2);
    QCOMPARE(markStep(*m_model, m_model->index(2, 0), StepDirection::Previous).row(), 7);
}

void FrameMarksTest::skipsMarksThatAFilterHides()
{
    for (const int row : {1, 4, 8}) {
        m_model->toggleMark(m_model->index(row, 0));
    }
    FrameFilter filter;
    filter.setRange(TimeRange{frame(1).time, frame(4).time});
    m_model->setFilter(filter);
    QCOMPARE(markStep(*m_model, m_model->index(1, 0), StepDirection::Next).row(), 1);
}

void FrameMarksTest::forgetsMarksOfRowsThatAreGone()
{
    m_model->toggleMark(m_model->index(2, 0));
    m_model->toggleMark(m_model->index(7, 0));
    link::FrameBatch next = frames(11, 11);
    next.firstKept = 5;
    m_model->append(next);
    QCOMPARE(m_model->marks().marked(), std::set<quint64>{8});
    m_model->clear();
    QVERIFY(m_model->marks().marked().empty());
}

void FrameMarksTest::countsTheTimeFromTheRowAbove()
{
    QCOMPARE(cell(0, FramesModel::DeltaColumn), QString());
    QCOMPARE(cell(1, FramesModel::DeltaColumn), QStringLiteral("+1.000 ms"));
    m_model->setFilter(FrameFilter(QStringLiteral("nothing")));
    m_model->append(batch({frame(11, "nothing"), frame(31, "nothing")}, 12));
    QCOMPARE(cell(1, FramesModel::DeltaColumn), QStringLiteral("+20 ms")); // among what is shown
}

void FrameMarksTest::anIgnoredRowPartsNothing()
{
    m_model->toggleIgnored(m_model->index(4, 0));
    QCOMPARE(cell(4, FramesModel::NumberColumn), QStringLiteral("⊘ 5"));
    QCOMPARE(cell(5, FramesModel::DeltaColumn), QStringLiteral("+2.000 ms"));
    QVERIFY(m_model->index(4, 0).data(Qt::AccessibleTextRole).toString().endsWith(u", ignored"));
}

void FrameMarksTest::countsTheTimeFromAReference()
{
    m_model->toggleReference(m_model->index(4, 0));
    QCOMPARE(cell(4, FramesModel::DeltaColumn), QStringLiteral("◷ zero"));
    QCOMPARE(cell(9, FramesModel::DeltaColumn), QStringLiteral("+5.000 ms"));
    QCOMPARE(cell(0, FramesModel::DeltaColumn), QStringLiteral("−4.000 ms"));
    QCOMPARE(m_model->headerData(FramesModel::DeltaColumn, Qt::Horizontal, Qt::ToolTipRole).toString(),
             QStringLiteral("Since frame 5"));
    m_model->toggleReference(m_model->index(4, 0));
    QCOMPARE(cell(9, FramesModel::DeltaColumn), QStringLiteral("+1.000 ms"));
}

void FrameMarksTest::theReferenceOutlivesItsRow()
{
    m_model->toggleReference(m_model->index(0, 0));
    link::FrameBatch next = frames(11, 11);
    next.firstKept = 9;
    m_model->append(next);
    QCOMPARE(cell(0, FramesModel::DeltaColumn), QStringLiteral("+8.000 ms"));
}

void FrameMarksTest::stepsOverIgnoredRows()
{
    m_model->toggleIgnored(m_model->index(4, 0));
    QCOMPARE(frameStep(*m_model, m_model->index(3, 0), StepDirection::Next).row(), 5);
    QCOMPARE(frameStep(*m_model, m_model->index(5, 0), StepDirection::Previous).row(), 3);
    QVERIFY(!frameStep(*m_model, m_model->index(9, 0), StepDirection::Next).isValid());
}

void FrameMarksTest::stepsThroughAConversation()
{
    link::FrameRow other = frame(11);
    other.client = ClientId(4);
    link::FrameRow gap = frame(12);
    gap.kind = link::RowKind::Gap;
    gap.client = ClientId();
    link::FrameRow push = frame(13);
    push.kind = link::RowKind::Push;
    push.sender = link::SenderKind::Http;
    push.client = ClientId();
    link::FrameRow pushedAgain = push;
    pushedAgain.number = 15;
    m_model->append(batch({other, gap, push, frame(14), pushedAgain}, 15));
    QCOMPARE(conversationStep(*m_model, m_model->index(9, 0), StepDirection::Next, ClientId(3)).row(), 13);
    QCOMPARE(conversationStep(*m_model, m_model->index(12, 0), StepDirection::Next, {}).row(), 14);
    QVERIFY(!conversationStep(*m_model, m_model->index(10, 0), StepDirection::Next, ClientId(4)).isValid());
    QVERIFY(!conversationStep(*m_model, m_model->index(11, 0), StepDirection::Previous, {}).isValid());
    QVERIFY(!conversationStep(*m_model, {}, StepDirection::Next, {}).isValid());
}

SIGNALBOX_TEST(FrameMarksTest)
#include "frame_marks_test.moc"
