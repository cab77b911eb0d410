// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "ui/models/json_format.h"

#include <QtTest/QtTest>

using signalbox::ui::formattedJson;

class JsonFormatTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsDigitsOrderAndDoubledKeys();
    void isTheSameWhenDoneTwice();
    void saysWhereItIsNoJson();
};

void JsonFormatTest::keepsDigitsOrderAndDoubledKeys()
{
    const auto formatted =
        formattedJson(R"({"z":18446744073709551616,"a":1.10,"z":[{},[],"a, b: {"],"e":{"u":"\u00e4"}})");
    QVERIFY(formatted);
    QCOMPARE(*formatted,
             QByteArray("{\n  \"z\": 18446744073709551616,\n  \"a\": 1.10,\n  \"z\": [\n    {},\n"
                        "    [],\n    \"a, b: {\"\n  ],\n  \"e\": {\n    \"u\": \"\\u00e4\"\n  }\n}"));
}

void JsonFormatTest::isTheSameWhenDoneTwice()
{
    const auto once = formattedJson(R"([1,{"a":[2]}])");
    QVERIFY(once);
    QCOMPARE(*formattedJson(*once), *once);
}

void JsonFormatTest::saysWhereItIsNoJson()
{
    const auto formatted = formattedJson("{\n\"a\" 1}");
    QVERIFY(!formatted);
    QCOMPARE(formatted.error().message, QStringLiteral("line 2, column 5: expected a colon"));
}

SIGNALBOX_TEST(JsonFormatTest)
#include "json_format_test.moc"
