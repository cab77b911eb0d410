// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/json_reader.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::message;

namespace {

QByteArray nested(int depth, const QByteArray& innermost)
{
    return QByteArray(depth, '[') + innermost + QByteArray(depth, ']');
}

} // namespace

Q_DECLARE_METATYPE(signalbox::message::JsonFault)

class JsonReaderTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesTexts_data();
    void judgesTexts();
    void readsLargeNumbersAndWhatStandsAroundThem();
    void releasesWhatALargeTextNeeded();
};

void JsonReaderTest::judgesTexts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<JsonFault>("fault");
    const auto accepts = [](const char* name, const QByteArray& text) {
        QTest::newRow(name) << text << JsonFault::None;
    };
    const auto refuses = [](const char* name, const QByteArray& text, JsonFault fault = JsonFault::NotJson) {
        QTest::newRow(name) << text << fault;
    };
    accepts("object", R"({"a":[1,true,null,"x"]})");
    accepts("scalar", "7");
    accepts("blanks around", " \t\r\n{} \n");
    refuses("nothing", "");
    refuses("blanks only", "  ");
    refuses("plain text", "hello");
    refuses("byte order mark", "\xEF\xBB\xBF{}");
    refuses("two values", "{} {}");
    refuses("text behind", "{}x");
    refuses("NUL behind", QByteArray("{}\0", 3));
    refuses("tru", R"({"a":tru})");
    refuses("single quotes", "{'a':1}");
    refuses("comment", "{}//");
    refuses("comma too many", R"({"a":1,})");
    refuses("NaN", "[NaN]");
    refuses("raw control character in a string", "\"\x01\"");
    refuses("raw NUL in a string", QByteArray("\"a\0b\"", 5));
    refuses("unfinished string", "\"abc");
    refuses("unfinished object", "{\"a\":1");
    refuses("unknown escape", R"("\x")");
    refuses("short escape", R"("\u12")");
    refuses("invalid UTF-8", "\"\xff\"");
    refuses("surrogate in UTF-8", "\"\xed\xa0\x80\"");
    refuses("overlong UTF-8", "\"\xc0\xaf\"");

    accepts("2^64", "18446744073709551616");
    accepts("30 digits", "[123456789012345678901234567890]");
    accepts("negative 30 digits", "[-123456789012345678901234567890]");
    accepts("1e999", "[1e999]");
    accepts("1E+999", "[1E+999,-1.5e-999]");
    accepts("large with blanks behind", "[ 1e999 , 1e999 ]");
    accepts("digits in a string beside a large number", R"({"01.e":"99x","b":1e999})");
    accepts("escaped quote beside a large number", R"(["\"01",1e999,"\\"])");
    refuses("leading zero", "[01]");
    refuses("leading zero beside a large number", "[1e999,01]");
    refuses("minus alone", "[-]");
    refuses("plus", "[+1]");
    refuses("point at the end", "[1.]");
    refuses("point in front", "[.5]");
    refuses("exponent without digits", "[1e999,1e]");
    refuses("exponent with a sign alone", "[1e+]");
    refuses("hexadecimal", "[0x10]");
    refuses("letter behind a large number", "[1e999x]");
    refuses("two numbers", "[1e999 2]");
    refuses("number behind a word", "[1e999,true1]");
    refuses("word behind a number", "[1e999,1true]");
    refuses("text behind a large number", "1e999 {}");
    refuses("large number as a key", "{1e999:1}");
    refuses("wrong further on", "[1e999,tru]");

    accepts("surrogate pair", R"("\ud83d\ude00")");
    accepts("escaped backslash before ud800", R"("\\ud800")");
    refuses("high surrogate", R"("\ud800")", JsonFault::LoneSurrogate);
    refuses("low surrogate", R"("\udc00")", JsonFault::LoneSurrogate);
    refuses("two high ones", R"("\ud800\ud800\udc00")", JsonFault::LoneSurrogate);
    refuses("reversed pair", R"("\udc00\ud800")", JsonFault::LoneSurrogate);
    refuses("high one before a letter", R"("\ud800x")", JsonFault::LoneSurrogate);
    refuses("high one before another escape", R"("\ud800\n")", JsonFault::LoneSurrogate);
    refuses("in a key", R"({"\udfff":1})", JsonFault::LoneSurrogate);
    refuses("behind a large number", R"([1e999,"\ud800"])", JsonFault::LoneSurrogate);
    refuses("unknown escape first", R"(["\q","\ud800"])");
    refuses("high surrogate, then a short escape", R"("\ud800\u12")", JsonFault::LoneSurrogate);

    accepts("depth 64", nested(64, "1"));
    accepts("depth 64 in objects", QByteArray("{\"k\":").repeated(64) + '1' + QByteArray(64, '}'));
    refuses("depth 65", nested(65, "1"), JsonFault::TooDeep);
    refuses("depth 65 in objects", QByteArray("{\"k\":").repeated(65) + '1' + QByteArray(65, '}'),
            JsonFault::TooDeep);
    refuses("depth 100,000", nested(100'000, ""), JsonFault::TooDeep);
    refuses("100,000 brackets that nobody closes", QByteArray(100'000, '['));
    refuses("depth 65 behind a large number", "[1e999," + nested(65, "1") + ']', JsonFault::TooDeep);
}

void JsonReaderTest::judgesTexts()
{
    QFETCH(const QByteArray, text);
    QFETCH(const JsonFault, fault);
    JsonReader reader(64);
    QCOMPARE(reader.parse(text), fault);
    QCOMPARE(reader.parse("[\"next\"]"), JsonFault::None); // no text spoils the next one
    QCOMPARE(reader.parse(text), fault);
}

void JsonReaderTest::readsLargeNumbersAndWhatStandsAroundThem()
{
    JsonReader reader(64);
    const QByteArray text = R"({"a":"12 \"34","n":[1e999],"b":"-5"})";
    QCOMPARE(reader.parse(text), JsonFault::None);
    simdjson::dom::object fields;
    QCOMPARE(reader.root().get(fields), simdjson::SUCCESS);
    std::string_view value;
    QCOMPARE(fields["a"].get(value), simdjson::SUCCESS);
    QVERIFY(value == "12 \"34");
    QCOMPARE(fields["b"].get(value), simdjson::SUCCESS);
    QVERIFY(value == "-5");
}

void JsonReaderTest::releasesWhatALargeTextNeeded()
{
    JsonReader reader(64);
    const QByteArray large = '"' + QByteArray(3 * JsonReader::keptTextBytes, 'x') + '"';
    for (int round = 0; round < 3; ++round) {
        QCOMPARE(reader.parse(large), JsonFault::None);
        QCOMPARE(reader.parse("{\"small\":1}"), JsonFault::None);
        QCOMPARE(reader.parse(nested(65, "1")), JsonFault::TooDeep);
    }
}

SIGNALBOX_TEST(JsonReaderTest)
#include "json_reader_test.moc"
