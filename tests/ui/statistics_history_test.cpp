// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/statistics_history.h"

#include <QtTest/QtTest>

#include <cmath>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;
using namespace std::chrono_literals;

class StatisticsHistoryTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void turnsSumsIntoRates();
    void oneSecondThatIsNotQuiteOneLeavesNoHole();
    void aSilenceIsAGap();
    void aBrokerThatCountsFromZeroAgainIsAGap();
    void aClockSetBackBeginsAnew();
    void holdsTenMinutesSixHoursAndSevenDays();
    void meansOverTheStepsOfALongerSpan();
    void movesNothingInMemory();

private:
    /// After `seconds`: 100 messages and 1,000 bytes in each of them, in both directions together.
    [[nodiscard]] static link::Statistics at(std::chrono::duration<double> seconds)
    {
        link::Statistics statistics;
        statistics.time = sampleTime + std::chrono::floor<std::chrono::microseconds>(seconds);
        statistics.clients = 12;
        statistics.messagesReceived = static_cast<quint64>(seconds.count() * 40);
        statistics.deliveries = static_cast<quint64>(seconds.count() * 60);
        statistics.bytesReceived = static_cast<quint64>(seconds.count() * 300);
        statistics.bytesSent = static_cast<quint64>(seconds.count() * 700);
        statistics.queuedBytes = 9'626;
        return statistics;
    }
};

void StatisticsHistoryTest::turnsSumsIntoRates()
{
    StatisticsHistory history;
    history.add(at(0s));
    QCOMPARE(history.ring(HistorySpan::TenMinutes).size(), size_t(0)); // one sum is no rate
    history.add(at(1s));
    history.add(at(2s));
    const HistoryRing& ring = history.ring(HistorySpan::TenMinutes);
    QCOMPARE(ring.size(), size_t(2));
    QCOMPARE(ring.timeOf(0), sampleTime);
    QCOMPARE(ring.at(1).messages, 100.0);
    QCOMPARE(ring.at(1).bytes, 1'000.0);
    QCOMPARE(ring.at(1).clients, 12.0);
    QCOMPARE(ring.at(1).queue, 9'626.0);
}

void StatisticsHistoryTest::oneSecondThatIsNotQuiteOneLeavesNoHole()
{
    StatisticsHistory history;
    for (int tick = 0; tick <= 100; ++tick) {
        history.add(at(tick * 1.05s));
    }
    const HistoryRing& ring = history.ring(HistorySpan::TenMinutes);
    QCOMPARE(ring.size(), size_t(105));
    for (size_t position = 0; position < ring.size(); ++position) {
        QVERIFY(std::abs(ring.at(position).messages - 100.0) < 3.0); // sums are whole numbers
    }
}

void StatisticsHistoryTest::aSilenceIsAGap()
{
    StatisticsHistory history;
    for (const auto second : {0s, 1s, 2s, 30s, 31s}) {
        history.add(at(second));
    }
    const HistoryRing& ring = history.ring(HistorySpan::TenMinutes);
    QCOMPARE(ring.size(), size_t(31));
    QCOMPARE(ring.at(1).messages, 100.0);
    QVERIFY(std::isnan(ring.at(2).messages));
    QVERIFY(std::isnan(ring.at(29).queue));
    QCOMPARE(ring.at(30).messages, 100.0);
}

void StatisticsHistoryTest::aBrokerThatCountsFromZeroAgainIsAGap()
{
    StatisticsHistory history;
    history.add(at(100s));
    link::Statistics restarted = at(1s);
    restarted.time = at(101s).time;
    history.add(restarted);
    QCOMPARE(history.ring(HistorySpan::TenMinutes).size(), size_t(0));
}

void StatisticsHistoryTest::aClockSetBackBeginsAnew()
{
    StatisticsHistory history;
    for (int second = 1'000; second < 1'010; ++second) {
        history.add(at(std::chrono::seconds(second)));
    }
    link::Statistics earlier = at(1'010s);
    earlier.time = sampleTime;
    history.add(earlier);
    QCOMPARE(history.ring(HistorySpan::TenMinutes).size(), size_t(9));
    link::Statistics next = at(1'011s);
    next.time = sampleTime + 1s;
    history.add(next);
    const HistoryRing& ring = history.ring(HistorySpan::TenMinutes);
    QCOMPARE(ring.size(), size_t(1));
    QCOMPARE(ring.timeOf(0), sampleTime);
    QCOMPARE(ring.at(0).messages, 100.0);
}

void StatisticsHistoryTest::holdsTenMinutesSixHoursAndSevenDays()
{
    StatisticsHistory history;
    const std::array<std::chrono::seconds, 3> lengths{10min, 6h, 168h};
    for (const HistorySpan span : StatisticsHistory::spans) {
        const HistoryRing& ring = history.ring(span);
        QCOMPARE(ring.step() * ring.capacity(), lengths[static_cast<size_t>(span)]);
    }
    for (int second = 0; second <= 1'000; ++second) {
        history.add(at(std::chrono::seconds(second)));
    }
    const HistoryRing& ring = history.ring(HistorySpan::TenMinutes);
    QCOMPARE(ring.size(), size_t(600));
    QCOMPARE(ring.timeOf(599), sampleTime + 999s);
    QCOMPARE(ring.timeOf(0), sampleTime + 400s);
    QCOMPARE(history.ring(HistorySpan::SixHours).size(), size_t(100));
}

void StatisticsHistoryTest::meansOverTheStepsOfALongerSpan()
{
    HistoryRing ring(10s, 4);
    ring.add(sampleTime, sampleTime + 2s, {10.0, 100.0, 0.0, 0.0});
    ring.add(sampleTime + 2s, sampleTime + 4s, {20.0, 300.0, 0.0, 0.0});
    QCOMPARE(ring.at(0).clients, 15.0);
    QCOMPARE(ring.at(0).messages, 200.0);
    ring.add(sampleTime + 1'000s, sampleTime + 1'001s, {}); // far beyond what it holds
    QCOMPARE(ring.size(), size_t(4));
    QVERIFY(std::isnan(ring.at(0).clients));
    QCOMPARE(ring.at(3).clients, 0.0);
    ring.add(sampleTime, sampleTime, {5.0, 5.0, 5.0, 5.0}); // no time at all
    QCOMPARE(ring.size(), size_t(4));
}

void StatisticsHistoryTest::movesNothingInMemory()
{
    StatisticsHistory history;
    const size_t capacity = history.ring(HistorySpan::SevenDays).capacity();
    for (int tick = 0; tick < 20'000; ++tick) {
        history.add(at(tick * 5s));
    }
    const HistoryRing& ring = history.ring(HistorySpan::SevenDays);
    QCOMPARE(ring.capacity(), capacity);
    QVERIFY(ring.size() <= capacity);
    QCOMPARE(ring.at(ring.size() - 1).messages, 100.0);
}

SIGNALBOX_TEST(StatisticsHistoryTest)
#include "statistics_history_test.moc"
