// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/client_names.h"
#include "ui/models/frames_model.h"
#include "ui/models/traffic_timeline.h"

#include <QtTest/QtTest>

#include <numeric>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;

class TrafficTimelineTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isEmptyWithoutRows();
    void countsFramesInEqualParts();
    void oneMomentIsOnePart();
    void marksWhatHappened_data();
    void marksWhatHappened();
    void standsAClockThatWasSetBack();
    void goesWithTheRowsOfTheList();
};

void TrafficTimelineTest::isEmptyWithoutRows()
{
    TrafficTimeline timeline;
    QVERIFY(timeline.bins(10).isEmpty());
    timeline.append(frames(1, 5).rows);
    QVERIFY(timeline.bins(0).isEmpty());
    timeline.evict(9);
    QVERIFY(timeline.bins(10).isEmpty());
}

void TrafficTimelineTest::countsFramesInEqualParts()
{
    TrafficTimeline timeline;
    timeline.append(frames(1, 101).rows); // one each millisecond
    const TimelineBins bins = timeline.bins(10);
    QCOMPARE(bins.counts, (std::vector<quint32>{10, 10, 10, 10, 10, 10, 10, 10, 10, 11}));
    QCOMPARE(bins.highest, 11U);
    QCOMPARE(bins.range, (TimeRange{frame(1).time, frame(101).time}));
    QCOMPARE(bins.width().count(), 0.01);
}

void TrafficTimelineTest::oneMomentIsOnePart()
{
    TrafficTimeline timeline;
    timeline.append(frames(1, 1).rows);
    const TimelineBins bins = timeline.bins(4);
    QCOMPARE(std::accumulate(bins.counts.begin(), bins.counts.end(), 0U), 1U);
}

void TrafficTimelineTest::marksWhatHappened_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("mark");
    QTest::addColumn<int>("counted");
    const auto add = [](const char* name, link::RowKind kind, TimelineMark mark, int counted) {
        QTest::newRow(name) << static_cast<int>(kind) << static_cast<int>(mark) << counted;
    };
    add("frame", link::RowKind::Frame, TimelineMark::None, 1);
    add("sent by the operator", link::RowKind::Push, TimelineMark::Sent, 1);
    add("connected", link::RowKind::Opened, TimelineMark::Opened, 0);
    add("ended", link::RowKind::Closed, TimelineMark::Closed, 0);
    add("refused", link::RowKind::Refused, TimelineMark::Refused, 0);
    add("gap", link::RowKind::Gap, TimelineMark::None, 0);
}

void TrafficTimelineTest::marksWhatHappened()
{
    QFETCH(const int, kind);
    QFETCH(const int, mark);
    QFETCH(const int, counted);
    link::FrameRow row = frame(1);
    row.kind = static_cast<link::RowKind>(kind);
    row.sender = link::SenderKind::Operator;
    TrafficTimeline timeline;
    timeline.append(std::vector{row});
    const TimelineBins bins = timeline.bins(1);
    QCOMPARE(static_cast<int>(bins.marks[0]), mark);
    QCOMPARE(static_cast<int>(bins.counts[0]), counted);
}

void TrafficTimelineTest::standsAClockThatWasSetBack()
{
    TrafficTimeline timeline;
    timeline.append(std::vector{frame(500), frame(3), frame(100)});
    const TimelineBins bins = timeline.bins(2);
    QCOMPARE(bins.range.from, frame(3).time);
    QCOMPARE(bins.counts, (std::vector<quint32>{2, 1}));
}

void TrafficTimelineTest::goesWithTheRowsOfTheList()
{
    ClientNames names;
    FramesModel model(names, 10);
    model.setFilter(FrameFilter(QStringLiteral("nothing like this"))); // what is hidden is kept, too
    model.append(frames(1, 8));
    QCOMPARE(model.timeline().size(), 8);
    model.append(frames(9, 40));
    QCOMPARE(model.timeline().size(), 10);
    QCOMPARE(model.timeline().bins(3).range.from, frame(31).time);
    model.clear();
    QCOMPARE(model.timeline().size(), 0);
}

SIGNALBOX_TEST(TrafficTimelineTest)
#include "traffic_timeline_test.moc"
