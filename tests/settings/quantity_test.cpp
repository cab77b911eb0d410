// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/quantity.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

class QuantityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsDurations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("milliseconds");
        const auto row = [](const char* name, const QString& text, qint64 value) {
            QTest::newRow(name) << text << value;
        };
        row("milliseconds", u"500ms"_s, 500);
        row("seconds", u"10s"_s, 10'000);
        row("seconds after a blank", u"50 s"_s, 50'000);
        row("minutes", u"1m"_s, 60'000);
        row("hours", u"2h"_s, 7'200'000);
        row("blanks around", u"  3s  "_s, 3'000);
        row("zero without a unit", u"0"_s, 0);
        row("zero with a unit", u"0s"_s, 0);
        row("leading zeros", u"007s"_s, 7'000);
        row("no unit", u"10"_s, -1);
        row("empty", u""_s, -1);
        row("only a unit", u"s"_s, -1);
        row("negative", u"-1s"_s, -1);
        row("a sign", u"+1s"_s, -1);
        row("a fraction", u"1.5s"_s, -1);
        row("unknown unit", u"3d"_s, -1);
        row("unit in another case", u"3S"_s, -1);
        row("two parts", u"1m30s"_s, -1);
        row("other digits", u"٣s"_s, -1);
        row("the longest that fits", u"9223372036854775807ms"_s, 9'223'372'036'854'775'807);
        row("too long for its unit", u"9223372036854775807s"_s, -1);
        row("too long for a number", u"9223372036854775808ms"_s, -1);
    }
    void readsDurations()
    {
        QFETCH(QString, text);
        QFETCH(qint64, milliseconds);
        const auto duration = readDuration(text);
        QCOMPARE(duration.has_value() ? duration->count() : -1, milliseconds);
    }

    void readsSizes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("bytes");
        const auto row = [](const char* name, const QString& text, qint64 value) {
            QTest::newRow(name) << text << value;
        };
        row("bytes", u"1048576"_s, 1'048'576);
        row("bytes with a unit", u"512 B"_s, 512);
        row("KiB", u"64 KiB"_s, 65'536);
        row("MiB without a blank", u"1MiB"_s, 1'048'576);
        row("GiB", u"2GiB"_s, 2'147'483'648);
        row("zero", u"0"_s, 0);
        row("decimal units are ambiguous", u"1MB"_s, -1);
        row("a letter alone", u"64k"_s, -1);
        row("negative", u"-1"_s, -1);
        row("a fraction", u"1.5MiB"_s, -1);
        row("empty", u""_s, -1);
        row("too large", u"9223372036854775807 KiB"_s, -1);
    }
    void readsSizes()
    {
        QFETCH(QString, text);
        QFETCH(qint64, bytes);
        QCOMPARE(readSize(text).value_or(-1), bytes);
    }

    void writesWhatItReads_data()
    {
        QTest::addColumn<qint64>("value");
        QTest::addColumn<QString>("duration");
        QTest::addColumn<QString>("size");
        QTest::newRow("zero") << qint64(0) << u"0s"_s << u"0 B"_s;
        QTest::newRow("1") << qint64(1) << u"1ms"_s << u"1 B"_s;
        QTest::newRow("1000") << qint64(1'000) << u"1s"_s << u"1000 B"_s;
        QTest::newRow("1024") << qint64(1'024) << u"1024ms"_s << u"1 KiB"_s;
        QTest::newRow("90 s") << qint64(90'000) << u"90s"_s << u"90000 B"_s;
        QTest::newRow("an hour") << qint64(3'600'000) << u"1h"_s << u"3600000 B"_s;
        QTest::newRow("64 MiB") << qint64(67'108'864) << u"67108864ms"_s << u"64 MiB"_s;
    }
    void writesWhatItReads()
    {
        QFETCH(qint64, value);
        QTEST(durationText(std::chrono::milliseconds(value)), "duration");
        QTEST(sizeText(value), "size");
        QCOMPARE(readDuration(durationText(std::chrono::milliseconds(value)))->count(), value);
        QCOMPARE(*readSize(sizeText(value)), value);
    }
};

SIGNALBOX_TEST(QuantityTest)
#include "quantity_test.moc"
