// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/histogram.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;

namespace {

constexpr std::array<quint64, 3> tens{0, 10, 100};
using Tens = Histogram<tens>;
using Counts = std::array<quint64, 4>;

} // namespace

class HistogramTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void putsEachValueIntoTheFirstBucketThatHoldsIt_data()
    {
        QTest::addColumn<quint64>("value");
        QTest::addColumn<size_t>("bucket");
        QTest::newRow("0") << quint64(0) << size_t(0);
        QTest::newRow("1") << quint64(1) << size_t(1);
        QTest::newRow("10") << quint64(10) << size_t(1);
        QTest::newRow("11") << quint64(11) << size_t(2);
        QTest::newRow("100") << quint64(100) << size_t(2);
        QTest::newRow("101") << quint64(101) << size_t(3);
        QTest::newRow("the largest") << std::numeric_limits<quint64>::max() << size_t(3);
    }
    void putsEachValueIntoTheFirstBucketThatHoldsIt()
    {
        QFETCH(const quint64, value);
        QFETCH(const size_t, bucket);
        Tens histogram;
        histogram.observe(value);
        Counts counts{};
        counts[bucket] = 1;
        QCOMPARE(histogram.counts(), counts);
        QCOMPARE(histogram.sum(), value);
    }

    void addsUp()
    {
        Tens one;
        Tens other;
        one.observe(5);
        other.observe(6);
        other.observe(1000);
        QVERIFY(one != other);
        one.add(other);
        QCOMPARE(one.counts(), (Counts{0, 2, 0, 1}));
        QCOMPARE(one.sum(), 1011U);
    }
};

SIGNALBOX_TEST(HistogramTest)
#include "histogram_test.moc"
