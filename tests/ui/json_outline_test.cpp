// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/models/json_outline.h"

#include <QtTest/QtTest>

using signalbox::ui::jsonOutline;
using signalbox::ui::JsonType;

class JsonOutlineTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsOrderDoubledKeysAndDigits();
    void knowsWhereEachValueStands();
    void unescapesStrings_data();
    void unescapesStrings();
    void refusesWhatIsNotJson_data();
    void refusesWhatIsNotJson();
    void refusesDepthAndNumberOverTheLimit();
};

void JsonOutlineTest::keepsOrderDoubledKeysAndDigits()
{
    const auto json = jsonOutline(R"( {"z":1,"a":18446744073709551616,"z":[true,null,-0.5e+3]} )");
    QVERIFY(json);
    QCOMPARE(json->children.size(), size_t(3));
    QCOMPARE(json->children[0].key, QByteArray("z"));
    QCOMPARE(json->children[1].text, QByteArray("18446744073709551616"));
    QCOMPARE(json->children[2].type, JsonType::Array);
    QCOMPARE(json->children[2].children[2].text, QByteArray("-0.5e+3"));
}

void JsonOutlineTest::knowsWhereEachValueStands()
{
    const QByteArray text = R"({"a": "x\n", "b":{"c":42}})";
    const auto json = jsonOutline(text);
    QVERIFY(json);
    const auto& a = json->children[0];
    QCOMPARE(text.sliced(a.offset, a.length), QByteArray(R"("x\n")"));
    const auto& c = json->children[1].children[0];
    QCOMPARE(text.sliced(c.offset, c.length), QByteArray("42"));
}

void JsonOutlineTest::unescapesStrings_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("plain") << QByteArray(R"("abc")") << QByteArray("abc");
    QTest::newRow("every letter") << QByteArray(R"("\"\\\/\b\f\n\r\t")") << QByteArray("\"\\/\b\f\n\r\t");
    QTest::newRow("unicode escape") << QByteArray(R"("\u00e4x")") << QByteArray("äx");
    QTest::newRow("surrogate pair") << QByteArray(R"("\ud83d\ude00")") << QByteArray("😀");
    QTest::newRow("raw UTF-8") << QByteArray("\"ä😀\"") << QByteArray("ä😀");
    QTest::newRow("json within") << QByteArray(R"("{\"a\":1}")") << QByteArray(R"({"a":1})");
}

void JsonOutlineTest::unescapesStrings()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, text);
    const auto outline = jsonOutline(json);
    QVERIFY(outline);
    QCOMPARE(outline->text, text);
}

void JsonOutlineTest::refusesWhatIsNotJson_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text :
         {"",          " ",    "hello", "tru",  "{",        "[1,]",      "{\"a\":}", "{\"a\" 1}",
          "{a:1}",     "01",   "1.",    "1e",   "-",        "+1",        "\"a",      "\"\\x\"",
          "\"\\u12\"", "\"\\", "1 2",   "[1]]", "\"a\nb\"", "{\"a\":1,}"}) {
        QTest::newRow(text) << QByteArray(text);
    }
    QTest::newRow("zero byte") << QByteArray("1\0", 2);
}

void JsonOutlineTest::refusesWhatIsNotJson()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!jsonOutline(text));
}

void JsonOutlineTest::refusesDepthAndNumberOverTheLimit()
{
    QVERIFY(jsonOutline(QByteArray(64, '[') + QByteArray(64, ']')));
    QVERIFY(!jsonOutline(QByteArray(70, '[') + QByteArray(70, ']')));
    QVERIFY(!jsonOutline("[" + QByteArray("1,").repeated(20'001) + "1]"));
}

SIGNALBOX_TEST(JsonOutlineTest)
#include "json_outline_test.moc"
