// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/settings/setting_value.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(signalbox::WrittenValue)

namespace {

const WrittenValue none = OtherValue{u"a fraction"_s};

WrittenValue plain(const QString& text)
{
    return PlainText{text};
}

} // namespace

class SettingValueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesValuesOfTheRightType_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<WrittenValue>("value");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const QByteArray& key, const WrittenValue& value,
                            const QString& text) { QTest::newRow(name) << key << value << text; };
        row("duration", "limits.frame_timeout", u"90s"_s, u"\"90s\""_s);
        row("duration from plain text", "limits.frame_timeout", plain(u" 2 m "_s), u"\"2m\""_s);
        row("shortest duration", "limits.frame_timeout", u"1ms"_s, u"\"1ms\""_s);
        row("longest duration", "limits.frame_timeout", u"1h"_s, u"\"1h\""_s);
        row("never, as a number", "limits.ping_interval", qint64(0), u"\"0s\""_s);
        row("never, as text", "limits.ping_interval", plain(u"0"_s), u"\"0s\""_s);
        row("size as a number", "limits.max_header", qint64(2048), u"\"2 KiB\""_s);
        row("size as text", "limits.max_header", u"64 KiB"_s, u"\"64 KiB\""_s);
        row("size from plain text", "limits.max_header", plain(u"32KiB"_s), u"\"32 KiB\""_s);
        row("smallest size", "limits.max_header", qint64(1024), u"\"1 KiB\""_s);
        row("largest size", "limits.max_header", u"1 MiB"_s, u"\"1 MiB\""_s);
        row("integer", "limits.max_clients", qint64(5), u"5"_s);
        row("integer from plain text", "limits.max_clients", plain(u" 5 "_s), u"5"_s);
        row("boolean", "listener.allow_insecure", true, u"true"_s);
        row("boolean from plain text", "listener.allow_insecure", plain(u"Yes"_s), u"true"_s);
        row("boolean from a digit", "listener.allow_insecure", plain(u"0"_s), u"false"_s);
        row("choice", "log.level", u"debug"_s, u"\"debug\""_s);
        row("choice from plain text", "log.format", plain(u"json"_s), u"\"json\""_s);
        row("addresses", "listener.addresses", QStringList{u"[::1]:0"_s, u"127.0.0.1:80"_s},
            u"[\"[::1]:0\", \"127.0.0.1:80\"]"_s);
        row("addresses from plain text", "listener.addresses", plain(u"127.0.0.1:1, [::1]:2"_s),
            u"[\"127.0.0.1:1\", \"[::1]:2\"]"_s);
        row("origins", "http.allowed_origins", QStringList{u"https://A.example/"_s},
            u"[\"https://a.example\"]"_s);
        row("no hosts", "http.allowed_hosts", plain(u""_s), u"[]"_s);
    }
    void takesValuesOfTheRightType()
    {
        QFETCH(QByteArray, key);
        QFETCH(WrittenValue, value);
        Settings settings;
        const auto assigned = assignSetting(settings, *findSettingKey(key), value);
        QVERIFY2(assigned.ok(), assigned.ok() ? "" : qPrintable(assigned.error().message));
        QTEST(settingText(settings, *findSettingKey(key)), "text");
    }

    void refusesOthersAndKeepsTheOldValue_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<WrittenValue>("value");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QByteArray& key, const WrittenValue& value,
                            const char* code, const QString& says) {
            QTest::newRow(name) << key << value << QByteArray(code) << says;
        };
        constexpr auto type = "config.wrong_type";
        constexpr auto range = "config.out_of_range";
        row("duration without a unit", "limits.frame_timeout", qint64(10), type, u"\"10s\", got 10"_s);
        row("duration without a unit, as text", "limits.frame_timeout", plain(u"10"_s), type,
            u"got \"10\""_s);
        row("duration as a boolean", "limits.frame_timeout", true, type, u"got true"_s);
        row("no time at all", "limits.frame_timeout", u"0s"_s, range, u"1ms to 1h"_s);
        row("too long", "limits.frame_timeout", u"61m"_s, range, u"1ms to 1h"_s);
        row("never has another bound", "limits.ping_interval", u"25h"_s, range, u"0, or 1ms to 24h"_s);
        row("size below the range", "limits.max_header", qint64(1023), range, u"1 KiB to 1 MiB"_s);
        row("size above the range", "limits.max_header", u"1048577"_s, range, u"1 KiB to 1 MiB"_s);
        row("negative size", "limits.max_header", qint64(-1), range, u"-1"_s);
        row("size as a list", "limits.max_header", QStringList{u"1 MiB"_s}, type, u"got a list"_s);
        row("integer as text of the file", "limits.max_clients", u"5"_s, type,
            u"a whole number, got \"5\""_s);
        row("integer as a fraction", "limits.max_clients", none, type, u"got a fraction"_s);
        row("integer with letters", "limits.max_clients", plain(u"5x"_s), type, u"got \"5x\""_s);
        row("integer below the range", "limits.max_clients", qint64(0), range, u"1 to 1000000"_s);
        row("integer above the range", "limits.max_clients", qint64(1'000'001), range, u"1 to 1000000"_s);
        row("integer that fits no int", "limits.max_clients", qint64(4'294'967'297), range, u"4294967297"_s);
        row("boolean as text of the file", "listener.allow_insecure", u"true"_s, type, u"true or false"_s);
        row("boolean as a number", "listener.allow_insecure", qint64(1), type, u"true or false"_s);
        row("boolean as another word", "listener.allow_insecure", plain(u"maybe"_s), type,
            u"true or false"_s);
        row("choice", "log.level", u"loud"_s, type, u"error, warning, info, debug"_s);
        row("no addresses", "listener.addresses", QStringList(), type, u"at least one"_s);
        row("an address as a text", "listener.addresses", u"127.0.0.1:1"_s, type, u"a list of texts"_s);
        row("bad address", "listener.addresses", QStringList{u"localhost:1"_s}, "config.bad_address",
            u"localhost"_s);
        row("address twice", "listener.addresses", QStringList{u"[::1]:1"_s, u"[::1]:1"_s},
            "config.duplicate", u"\"[::1]:1\" stands there twice"_s);
        row("bad origin", "http.allowed_origins", QStringList{u"null"_s}, "config.bad_origin", u"null"_s);
        row("bad host", "http.allowed_hosts", plain(u"a:1"_s), "config.bad_host", u"a:1"_s);
        row("terminal escape", "log.level", plain(u"\x1b[2J"_s), type, u"\\u{1b}[2J"_s);
    }
    void refusesOthersAndKeepsTheOldValue()
    {
        QFETCH(QByteArray, key);
        QFETCH(WrittenValue, value);
        QFETCH(QString, says);
        Settings settings;
        const auto assigned = assignSetting(settings, *findSettingKey(key), value);
        QVERIFY(!assigned.ok());
        QTEST(assigned.error().code, "code");
        QVERIFY2(assigned.error().message.contains(says), qPrintable(assigned.error().message));
        QCOMPARE(changedKeys({}, settings), QList<QByteArray>());
    }

    void shortensLongValues()
    {
        Settings settings;
        const auto assigned =
            assignSetting(settings, *findSettingKey("log.level"), plain(QString(10'000, u'x')));
        QVERIFY(!assigned.ok());
        QVERIFY(assigned.error().message.size() < 200);
    }

    void quotesForToml() { QCOMPARE(tomlString(u"a \"b\" \\c\n"), u"\"a \\\"b\\\" \\\\c\\\\u{a}\""_s); }

    void namesWhatChanged()
    {
        Settings changed;
        QCOMPARE(changedKeys({}, changed), QList<QByteArray>());
        changed.limits.maxClients = 7;
        changed.endpoints.push_back({"/chat", EndpointDialect::Echo, {}, {}});
        QCOMPARE(changedKeys({}, changed), (QList<QByteArray>{"limits.max_clients", "endpoint"}));
    }
};

SIGNALBOX_TEST(SettingValueTest)
#include "setting_value_test.moc"
