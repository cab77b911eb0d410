// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/log_format.h"

#include "server/core/log_categories.h"
#include "tests/support/test_registry.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

namespace {

LogEvent eventOf(const QString& message, LogLevel level = LogLevel::Info)
{
    using namespace std::chrono;
    const WallTime time = sys_days(2026y / November / 21) + 10h + 12min + 1s + 204567us;
    return {time, level, "signalbox.client", message};
}

constexpr LogStyle text{LogFormat::Text, false};
constexpr LogStyle json{LogFormat::Json, false};
constexpr LogStyle journal{LogFormat::Text, true};

} // namespace

class LogFormatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesColumnsOfText()
    {
        QCOMPARE(logLine(eventOf(u"c3 opened"_s), text),
                 "2026-11-21T10:12:01.204Z info  client  c3 opened\n");
        QCOMPARE(logLine(eventOf(u"c3 slow"_s, LogLevel::Warning), text),
                 "2026-11-21T10:12:01.204Z warn  client  c3 slow\n");
    }

    void writesTheTimeOfEachMoment_data()
    {
        using namespace std::chrono;
        QTest::addColumn<qint64>("microseconds");
        QTest::addColumn<QByteArray>("shown");
        const auto row = [](const char* shown, WallTime time) {
            QTest::newRow(shown) << qint64(time.time_since_epoch().count()) << QByteArray(shown);
        };
        row("1970-01-01T00:00:00.000Z", WallTime());
        row("1969-12-31T23:59:59.999Z", WallTime(-1us)); // down, before 1970, too
        row("2026-12-31T23:59:59.999Z", sys_days(2027y / January / 1) - 1us);
        row("2027-01-01T00:00:00.000Z", sys_days(2027y / January / 1) + 999us);
        row("2028-02-29T09:08:07.006Z", sys_days(2028y / February / 29) + 9h + 8min + 7s + 6ms);
        row("2100-03-01T00:00:59.100Z", sys_days(2100y / February / 28) + 24h + 59s + 100ms);
    }
    void writesTheTimeOfEachMoment()
    {
        QFETCH(qint64, microseconds);
        QFETCH(QByteArray, shown);
        LogEvent event = eventOf(u"x"_s);
        event.time = WallTime(std::chrono::microseconds(microseconds));
        QCOMPARE(logLine(event, text), shown + " info  client  x\n");
        QVERIFY(logLine(event, json).startsWith("{\"time\":\"" + shown + "\","));
    }

    void keepsColumnsBesideLongCategories()
    {
        LogEvent event = eventOf(u"x"_s, LogLevel::Error);
        event.category = "signalbox.program";
        QVERIFY(logLine(event, text).endsWith("Z error program x\n"));
        event.category = "signalbox.services";
        QVERIFY(logLine(event, text).endsWith("Z error services x\n"));
        event.category = "ü"; // columns are counted in characters
        QVERIFY(logLine(event, text).endsWith("Z error ü       x\n"));
    }

    void keepsForeignCategoriesWhole()
    {
        LogEvent foreign = eventOf(u"x"_s);
        foreign.category = "qt.network.ssl";
        QVERIFY(logLine(foreign, text).contains(" qt.network.ssl x\n"));
    }

    void leavesTimeAndLevelToTheJournal_data()
    {
        QTest::addColumn<LogLevel>("level");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("error") << LogLevel::Error << QByteArray("<3>client  x\n");
        QTest::newRow("warning") << LogLevel::Warning << QByteArray("<4>client  x\n");
        QTest::newRow("info") << LogLevel::Info << QByteArray("<6>client  x\n");
        QTest::newRow("debug") << LogLevel::Debug << QByteArray("<7>client  x\n");
    }
    void leavesTimeAndLevelToTheJournal()
    {
        QFETCH(LogLevel, level);
        QTEST(logLine(eventOf(u"x"_s, level), journal), "line");
    }

    void writesOneJsonObject()
    {
        const QByteArray line = logLine(eventOf(u"said \"hi\" \\ there"_s, LogLevel::Warning), json);
        QCOMPARE(line, "{\"time\":\"2026-11-21T10:12:01.204Z\",\"level\":\"warning\",\"category\":\"client\","
                       "\"message\":\"said \\\"hi\\\" \\\\ there\"}\n");
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        QCOMPARE(object.value(u"message"_s).toString(), u"said \"hi\" \\ there"_s);
    }

    void neverLetsControlCharactersThrough_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("terminal escape")
            << u"\x1b[31mred\x1b]0;title\x07"_s << QByteArray("\\u{1b}[31mred\\u{1b}]0;title\\u{7}");
        QTest::newRow("forged line") << u"a\r\n2026-11-21 info all is well"_s
                                     << QByteArray("a\\u{d}\\u{a}2026-11-21 info all is well");
        QTest::newRow("line separators") << u"a\u2028b\u2029c"_s << QByteArray("a\\u{2028}b\\u{2029}c");
        QTest::newRow("right to left")
            << u"\u202Eexe.txt\u2066x\u2069"_s << QByteArray("\\u{202e}exe.txt\\u{2066}x\\u{2069}");
        QTest::newRow("C1 and DEL") << u"\u009b31m\u0085\u007f"_s << QByteArray("\\u{9b}31m\\u{85}\\u{7f}");
        QTest::newRow("NUL") << QString(QChar(u'\0')) << QByteArray("\\u{0}");
        QTest::newRow("a backslash stays") << u"C:\\tmp"_s << QByteArray("C:\\tmp");
        QTest::newRow("other languages stay") << u"Grüße 信号"_s << u"Grüße 信号"_s.toUtf8();
    }
    void neverLetsControlCharactersThrough()
    {
        QFETCH(QString, message);
        QFETCH(QByteArray, shown);
        QCOMPARE(logLine(eventOf(message), journal), "<6>client  " + shown + '\n');

        const QByteArray line = logLine(eventOf(message), json);
        QVERIFY(std::none_of(line.begin(), line.end() - 1, [](char byte) { return uchar(byte) < 0x20; }));
        QCOMPARE(QJsonDocument::fromJson(line).object().value(u"message"_s).toString().toUtf8(), shown);
    }

    void cutsLinesThatAreTooLong_data()
    {
        QTest::addColumn<QString>("message");
        QTest::newRow("letters") << QString(100'000, u'x');
        QTest::newRow("three bytes each") << QString(100'000, u'信');
        QTest::newRow("escaped ones") << QString(100'000, u'\x1b');
        QTest::newRow("quotes") << QString(100'000, u'"');
        QTest::newRow("one too many") << QString(1301, u'x');
    }
    void cutsLinesThatAreTooLong()
    {
        QFETCH(QString, message);
        for (const LogStyle& style : {text, json, journal}) {
            const QByteArray line = logLine(eventOf(message), style);
            QVERIFY(line.size() <= maxLogLineBytes);
            QCOMPARE(line.count('\n'), 1);
            QVERIFY(line.contains(u"…"_s.toUtf8()));
        }
        QVERIFY(!QJsonDocument::fromJson(logLine(eventOf(message), json)).isNull());
    }

    void keepsTheLongestMessageThatFits()
    {
        const QString message(1300, u'x');
        QVERIFY(logLine(eventOf(message), journal).contains(message.toUtf8() + '\n'));
    }

    void isQuietAboutDetailsByDefault()
    {
        QVERIFY(logClient().isInfoEnabled());
        QVERIFY(!logClient().isDebugEnabled());
        QCOMPARE(logClient().categoryName(), "signalbox.client");
    }
};

SIGNALBOX_TEST(LogFormatTest)
#include "log_format_test.moc"
