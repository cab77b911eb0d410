// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/metric_text.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

#include <array>

using namespace signalbox::http;

class MetricTextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesHelpAndTypeBeforeTheSamples()
    {
        MetricText text;
        text.counter("a_total", "What a is.");
        text.sample(quint64{18446744073709551615U});
        text.gauge("b", "What b is.");
        text.sample(qint64{-3}, {{"kind", "x"}, {"size", "large"}});
        text.sample(0.25);
        QCOMPARE(text.text(), QByteArray("# HELP a_total What a is.\n# TYPE a_total counter\n"
                                         "a_total 18446744073709551615\n"
                                         "# HELP b What b is.\n# TYPE b gauge\n"
                                         "b{kind=\"x\",size=\"large\"} -3\nb 0.25\n"));
    }

    void escapesLabelValues()
    {
        MetricText text;
        text.gauge("a", "A.");
        text.sample(quint64{1}, {{"path", "C:\\ \"x\"\n"}});
        QVERIFY(text.text().endsWith("a{path=\"C:\\\\ \\\"x\\\"\\n\"} 1\n"));
    }

    void addsTheBucketsUpAndScalesToTheBaseUnit()
    {
        const std::array<quint64, 2> bounds{100, 2'500'000};
        const std::array<quint64, 3> counts{1, 2, 4};
        MetricText text;
        text.histogram("t_seconds", "T.", bounds, counts, 9'000'001, MetricText::Unit::Microsecond);
        QCOMPARE(text.text(), QByteArray("# HELP t_seconds T.\n# TYPE t_seconds histogram\n"
                                         "t_seconds_bucket{le=\"0.0001\"} 1\nt_seconds_bucket{le=\"2.5\"} 3\n"
                                         "t_seconds_bucket{le=\"+Inf\"} 7\n"
                                         "t_seconds_sum 9.000001\nt_seconds_count 7\n"));
    }

    void keepsWholeUnitsExact()
    {
        const std::array<quint64, 1> bounds{16'777'216};
        const std::array<quint64, 2> counts{0, 1};
        MetricText text;
        text.histogram("s_bytes", "S.", bounds, counts, 9'007'199'254'740'993U, MetricText::Unit::One);
        QVERIFY(text.text().contains("le=\"16777216\"} 0\n"));
        QVERIFY(text.text().contains("s_bytes_sum 9007199254740993\n"));
    }
};

SIGNALBOX_TEST(MetricTextTest)
#include "metric_text_test.moc"
