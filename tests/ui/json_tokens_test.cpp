// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/models/json_tokens.h"

#include <QtTest/QtTest>

using signalbox::ui::jsonFaultText;
using signalbox::ui::jsonTokens;

class JsonTokensTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesWhatIsJson_data();
    void takesWhatIsJson();
    void saysWhereAndWhatIsWrong_data();
    void saysWhereAndWhatIsWrong();
};

void JsonTokensTest::takesWhatIsJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("tokens");
    QTest::newRow("number") << QByteArray(" -0.5e+3 ") << 1;
    QTest::newRow("string with escapes") << QByteArray(R"("a\"\\\u00e4\n")") << 1;
    QTest::newRow("empty object") << QByteArray("{}") << 2;
    QTest::newRow("nested") << QByteArray(R"({"a":[1,true,null],"a":{}})") << 16;
    QTest::newRow("64 deep") << QByteArray(64, '[') + QByteArray(64, ']') << 128;
}

void JsonTokensTest::takesWhatIsJson()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, tokens);
    const auto found = jsonTokens(text);
    QVERIFY(!found.fault);
    QCOMPARE(static_cast<int>(found.tokens.size()), tokens);
}

void JsonTokensTest::saysWhereAndWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const QByteArray& text, const char16_t* words) {
        QTest::newRow(name) << text << QString::fromUtf16(words);
    };
    row("empty", "", u"line 1, column 1: expected a value");
    row("comma missing", "{\"a\": 1\n \"b\": 2}", u"line 2, column 2: expected a comma or }");
    row("comma too many", "[1,]", u"line 1, column 4: expected a value");
    row("comma before a brace", "{\"ä\": 1,}", u"line 1, column 9: expected a key in double quotes");
    row("colon missing", "{\"a\" 1}", u"line 1, column 6: expected a colon");
    row("single quotes", "{\"a\": 'x'}", u"line 1, column 7: strings stand in double quotes");
    row("wrong bracket", "[1}", u"line 1, column 3: expected a comma or ]");
    row("no end", "[1", u"line 1, column 3: expected a comma or ]");
    row("string without end", "[\"a", u"line 1, column 2: this string has no end");
    row("line break in a string", "\"a\nb\"",
        u"line 1, column 3: a line break or control character in a string: write \\n");
    row("unknown escape", R"("\x")", u"line 1, column 2: no such escape");
    row("half an escape", R"("\u12")", u"line 1, column 2: no such escape");
    row("leading zero", "01", u"line 1, column 2: expected nothing more");
    row("half a number", "[1.]", u"line 1, column 2: expected a value or ]");
    row("two values", "{} {}", u"line 1, column 4: expected nothing more");
    row("65 deep", QByteArray(65, '['), u"line 1, column 65: nests deeper than 64");
}

void JsonTokensTest::saysWhereAndWhatIsWrong()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, words);
    const auto fault = jsonTokens(text).fault;
    QVERIFY(fault);
    QCOMPARE(jsonFaultText(text, *fault), words);
}

SIGNALBOX_TEST(JsonTokensTest)
#include "json_tokens_test.moc"
