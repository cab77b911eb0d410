// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/client_names.h"
#include "ui/models/frames_model.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/traffic_strip.h"

#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;

class TrafficStripTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_strip.reset(); }
    void draggingSelectsARange();
    void aClickSelectsNothing();
    void draggingBackSelectsTheSame();
    void followsWhatIsKept();
    void standsStillWhileDragged();
    void aHiddenStripCountsNothing();
    void drawsMarksInTheirColours();

private:
    ClientNames m_names;
    std::unique_ptr<FramesModel> m_model;
    std::unique_ptr<TrafficStrip> m_strip;
};

void TrafficStripTest::init()
{
    m_strip.reset();
    m_model = std::make_unique<FramesModel>(m_names, 10'000);
    m_model->append(frames(0, 1'000));
    m_strip = std::make_unique<TrafficStrip>(*m_model);
    m_strip->resize(1'000, m_strip->sizeHint().height());
    m_strip->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_strip.get()));
}

void TrafficStripTest::draggingSelectsARange()
{
    QSignalSpy selected(m_strip.get(), &TrafficStrip::rangeSelected);
    QTest::mousePress(m_strip.get(), Qt::LeftButton, {}, QPoint(200, 5));
    QTest::mouseMove(m_strip.get(), QPoint(500, 5));
    QTest::mouseRelease(m_strip.get(), Qt::LeftButton, {}, QPoint(500, 5));
    QCOMPARE(selected.size(), 1);
    QCOMPARE(selected[0][0].value<TimeRange>(), (TimeRange{frame(200).time, frame(500).time}));
    m_strip->setRange(selected[0][0].value<TimeRange>());
    QCOMPARE(m_strip->placeOf(frame(500).time), 500);
}

void TrafficStripTest::aClickSelectsNothing()
{
    QSignalSpy selected(m_strip.get(), &TrafficStrip::rangeSelected);
    QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, QPoint(200, 5));
    QTest::mousePress(m_strip.get(), Qt::RightButton, {}, QPoint(200, 5));
    QTest::mouseMove(m_strip.get(), QPoint(300, 5));
    QTest::mouseRelease(m_strip.get(), Qt::RightButton, {}, QPoint(300, 5));
    QCOMPARE(selected.size(), 0);
}

void TrafficStripTest::draggingBackSelectsTheSame()
{
    QSignalSpy selected(m_strip.get(), &TrafficStrip::rangeSelected);
    QTest::mousePress(m_strip.get(), Qt::LeftButton, {}, QPoint(500, 5));
    QTest::mouseMove(m_strip.get(), QPoint(-50, 5)); // beyond its end
    QTest::mouseRelease(m_strip.get(), Qt::LeftButton, {}, QPoint(-50, 5));
    QCOMPARE(selected[0][0].value<TimeRange>(), (TimeRange{frame(0).time, frame(500).time}));
}

void TrafficStripTest::followsWhatIsKept()
{
    m_model->append(frames(1'001, 3'000));
    QTRY_COMPARE(m_strip->bins().range.to, frame(3'000).time);
    m_model->clear();
    QTRY_VERIFY(m_strip->bins().isEmpty());
    m_strip->grab(); // nothing to draw
}

void TrafficStripTest::standsStillWhileDragged()
{
    QTest::mousePress(m_strip.get(), Qt::LeftButton, {}, QPoint(200, 5));
    QTest::mouseMove(m_strip.get(), QPoint(400, 5));
    m_strip->resize(1'200, m_strip->height()); // counts anew at other times
    QCOMPARE(m_strip->bins().counts.size(), size_t(333));
    QTest::mouseRelease(m_strip.get(), Qt::LeftButton, {}, QPoint(400, 5));
}

void TrafficStripTest::aHiddenStripCountsNothing()
{
    m_strip->hide();
    m_model->append(frames(1'001, 3'000));
    m_strip->resize(900, m_strip->height());
    QCOMPARE(m_strip->bins().range.to, frame(1'000).time);
    m_strip->show();
    QCOMPARE(m_strip->bins().range.to, frame(3'000).time);
}

void TrafficStripTest::drawsMarksInTheirColours()
{
    m_strip->setPalette(paletteOf(Theme::Light));
    const QColor good = colorsOf(Theme::Light).good;
    const auto hasGood = [this, good] {
        const QImage image = m_strip->grab().toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == good) {
                    return true;
                }
            }
        }
        return false;
    };
    QVERIFY(!hasGood());
    link::FrameRow opened = frame(1'500);
    opened.kind = link::RowKind::Opened;
    m_model->append(batch({opened, frame(2'000)}, 1'003));
    QTRY_VERIFY(hasGood());
}

SIGNALBOX_TEST(TrafficStripTest)
#include "traffic_strip_test.moc"
