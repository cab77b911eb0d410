// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/widgets/chart_panel.h"
#include "ui/widgets/charts_view.h"
#include "ui/widgets/palette.h"

#include <QtTest/QtTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QLabel>

#include <limits>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;

class ChartsViewTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }
    void saysTheNewestValues();
    void theButtonsChangeTheSpan();
    void saysTheValueUnderTheMouse();
    void aGapIsSaidInWords();
    void drawsNothingWhileItIsHidden();
    void standsInAsManyColumnsAsThereIsRoomFor();
    void itsLinesStandOutInBothThemes();

private:
    void feed(int fromSecond, int toSecond);

    std::unique_ptr<StatisticsHistory> m_history;
    std::unique_ptr<ChartsView> m_view;
};

void ChartsViewTest::feed(int fromSecond, int toSecond)
{
    for (int second = fromSecond; second <= toSecond; ++second) {
        link::Statistics statistics;
        statistics.time = sampleTime + std::chrono::seconds(second);
        statistics.clients = 12;
        statistics.messagesReceived = static_cast<quint64>(second) * 3'120;
        statistics.bytesSent = static_cast<quint64>(second) * 2'048;
        statistics.queuedBytes = 9'626;
        m_history->add(statistics);
    }
}

void ChartsViewTest::init()
{
    m_view.reset();
    m_history = std::make_unique<StatisticsHistory>();
    m_view = std::make_unique<ChartsView>(*m_history);
    m_view->resize(1'400, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void ChartsViewTest::saysTheNewestValues()
{
    QCOMPARE(m_view->panels()[0]->readOut(), QStringLiteral("–"));
    feed(0, 60);
    m_view->refresh();
    QCOMPARE(m_view->panels()[0]->readOut(), QStringLiteral("12"));
    QCOMPARE(m_view->panels()[1]->readOut(), QStringLiteral("3,120/s"));
    QCOMPARE(m_view->panels()[2]->readOut(), QStringLiteral("2.0 KB/s"));
    QCOMPARE(m_view->panels()[3]->readOut(), QStringLiteral("9.4 KB"));
    QCOMPARE(m_view->panels()[1]->points(), 60);
    QCOMPARE(m_view->panels()[1]->accessibleName(), QStringLiteral("Messages: 3,120/s"));
}

void ChartsViewTest::theButtonsChangeTheSpan()
{
    feed(0, 600);
    m_view->refresh();
    QCOMPARE(m_view->panels()[0]->points(), 600);
    QAbstractButton* sixHours = m_view->spanButtons().button(static_cast<int>(HistorySpan::SixHours));
    sixHours->setFocus();
    QTest::keyClick(sixHours, Qt::Key_Space);
    QCOMPARE(m_view->span(), HistorySpan::SixHours);
    QCOMPARE(m_view->panels()[0]->points(), 60);
    QAbstractButton* sevenDays = m_view->spanButtons().button(static_cast<int>(HistorySpan::SevenDays));
    QTest::mouseClick(sevenDays, Qt::LeftButton);
    QVERIFY(m_view->panels()[0]->points() <= 6);
    QVERIFY(!sixHours->isChecked());
}

void ChartsViewTest::saysTheValueUnderTheMouse()
{
    feed(0, 60);
    feed(61, 61);
    m_view->refresh();
    const double time = std::chrono::duration<double>(sampleTime.time_since_epoch()).count() + 10.0;
    Q_EMIT m_view->panels()[2]->pointed(time);
    QCOMPARE(m_view->panels()[1]->readOut(), QStringLiteral("3,120/s")); // all of them follow
    QVERIFY(!m_view->pointedTime().text().isEmpty());
    Q_EMIT m_view->panels()[2]->pointed(std::numeric_limits<double>::quiet_NaN());
    QVERIFY(m_view->pointedTime().text().isEmpty());
}

void ChartsViewTest::aGapIsSaidInWords()
{
    feed(0, 10);
    feed(100, 110);
    m_view->refresh();
    m_view->panels()[1]->point(std::chrono::duration<double>(sampleTime.time_since_epoch()).count() + 50.0);
    QCOMPARE(m_view->panels()[1]->readOut(), QStringLiteral("not measured"));
}

void ChartsViewTest::drawsNothingWhileItIsHidden()
{
    m_view->hide();
    feed(0, 60);
    m_view->refresh();
    m_view->setSpan(HistorySpan::SixHours);
    QCOMPARE(m_view->panels()[0]->points(), 0);
    m_view->show();
    QCOMPARE(m_view->panels()[0]->points(), 6);
}

void ChartsViewTest::standsInAsManyColumnsAsThereIsRoomFor()
{
    const auto top = [this](qsizetype panel) { return m_view->panels()[panel]->y(); };
    QCOMPARE(top(0), top(3));
    m_view->resize(700, 600);
    QTRY_COMPARE(top(0), top(1));
    QTRY_VERIFY(top(0) < top(2));
    m_view->resize(300, 900);
    QTRY_VERIFY(top(0) < top(1));
}

void ChartsViewTest::itsLinesStandOutInBothThemes()
{
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        const QColor ground = paletteOf(theme).color(QPalette::Base);
        QVERIFY(contrast(colorsOf(theme).accent, ground) >= 4.5);
        QVERIFY(contrast(colorsOf(theme).muted, ground) >= 4.5);
    }
}

SIGNALBOX_TEST(ChartsViewTest)
#include "charts_view_test.moc"
