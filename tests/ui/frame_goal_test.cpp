// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/frame_goal.h"

#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/dialogs/go_to_dialog.h"
#include "ui/format/times.h"
#include "ui/models/client_names.h"
#include "ui/models/frames_model.h"

#include <QtTest/QtTest>
#include <QtWidgets/QLineEdit>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;
using namespace Qt::StringLiterals;
using Fault = FrameGoal::Fault;

class FrameGoalTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<FramesModel>(m_names);
        std::vector<link::FrameRow> rows;
        for (quint64 number = 5; number <= 20; ++number) {
            rows.push_back(frame(number * 100, number == 15 ? "a price" : "hello"));
        }
        m_model->append(batch(rows, 16));
    }

    void findsTheNumber_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<quint64>("number");
        QTest::newRow("plain") << u"700"_s << quint64(700);
        QTest::newRow("in spaces") << u" 700 "_s << quint64(700);
        QTest::newRow("as the list shows it") << u"1,500"_s << quint64(1'500);
        QTest::newRow("as a German list shows it") << u"1.500"_s << quint64(1'500);
    }

    void findsTheNumber()
    {
        QFETCH(const QString, text);
        const FrameGoal goal = frameGoal(*m_model, text);
        QVERIFY(!goal.fault);
        QTEST(m_model->frame(goal.index).number, "number");
    }

    void findsTheFirstRowFromATimeOn()
    {
        const QString exact = timeText(frame(700).time); // of row 700, each is 100 ms after the one before
        QCOMPARE(number(exact), 700U);
        QCOMPARE(number(timeText(frame(701).time)), 800U);
        QCOMPARE(number(timeText(frame(10).time)), 500U);
        QCOMPARE(*frameGoal(*m_model, timeText(frame(2'001).time)).fault, Fault::NothingLater);
    }

    void saysWhyThereIsNone()
    {
        QCOMPARE(*frameGoal(*m_model, u"soon"_s).fault, Fault::NoNumberAndNoTime);
        QCOMPARE(*frameGoal(*m_model, {}).fault, Fault::NoNumberAndNoTime);
        QCOMPARE(*frameGoal(*m_model, u"25:00"_s).fault, Fault::NoNumberAndNoTime);
        QCOMPARE(*frameGoal(*m_model, u"2001"_s).fault, Fault::NotThereYet);
        QCOMPARE(*frameGoal(*m_model, u"400"_s).fault, Fault::NotShown);
        m_model->setFilter(FrameFilter(u"price"_s));
        QCOMPARE(*frameGoal(*m_model, u"700"_s).fault, Fault::NotShown);
        QCOMPARE(number(u"1500"_s), 1'500U);
        QCOMPARE(*frameGoal(FramesModel(m_names), u"10:00"_s).fault, Fault::NothingLater);
    }

    void theDialogStaysUntilThereIsARow()
    {
        GoToDialog dialog(*m_model);
        QSignalSpy chosen(&dialog, &GoToDialog::chosen);
        dialog.open();
        QTest::keyClicks(&dialog.field(), u"99999"_s);
        QTest::keyClick(&dialog.field(), Qt::Key_Return);
        QVERIFY(dialog.isVisible());
        QVERIFY(!dialog.faultText().isEmpty());
        QTest::keyClicks(&dialog.field(), u"1200"_s); // what was wrong is selected
        QVERIFY(dialog.faultText().isEmpty());
        QTest::keyClick(&dialog.field(), Qt::Key_Return);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(m_model->frame(chosen[0][0].toModelIndex()).number, 1'200U);
    }

private:
    [[nodiscard]] quint64 number(const QString& text) const
    {
        const FrameGoal goal = frameGoal(*m_model, text);
        return goal.index.isValid() ? m_model->frame(goal.index).number : 0;
    }

    ClientNames m_names;
    std::unique_ptr<FramesModel> m_model;
};

SIGNALBOX_TEST(FrameGoalTest)
#include "frame_goal_test.moc"
