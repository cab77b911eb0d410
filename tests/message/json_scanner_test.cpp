// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/json_scanner.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::message;

class JsonScannerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsEachKeyAndValue_data();
    void findsEachKeyAndValue();
    void walksArraysOfObjects();
    void takesAScalarThatIsTheWholeText();
};

void JsonScannerTest::findsEachKeyAndValue_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QByteArray>>("parts"); // key, value, key, value
    using Parts = QList<QByteArray>;
    QTest::newRow("empty") << QByteArray("{ }") << Parts{};
    QTest::newRow("scalars") << QByteArray(R"({"a":1,"b":true,"c":null,"d":"x"})")
                             << Parts{"a", "1", "b", "true", "c", "null", "d", "\"x\""};
    QTest::newRow("blanks everywhere")
        << QByteArray(" {\n \"a\" : 1.5e3 ,\t\"b\"\r:\"x y\" } ") << Parts{"a", "1.5e3", "b", "\"x y\""};
    QTest::newRow("containers") << QByteArray(R"({"a":{"x":[1,{}]},"b":[ ],"c":[[]]})")
                                << Parts{"a", R"({"x":[1,{}]})", "b", "[ ]", "c", "[[]]"};
    QTest::newRow("brackets in strings")
        << QByteArray(R"({"a":["}]{"],"b":"}"})") << Parts{"a", R"(["}]{"])", "b", R"("}")"};
    QTest::newRow("escaped quotes") << QByteArray(R"({"a\"":"\"","b":"\\","c":"\\\"","d":["\\"]})")
                                    << Parts{R"(a\")", R"("\"")",   "b", R"("\\")",
                                             "c",      R"("\\\"")", "d", R"(["\\"])"};
    QTest::newRow("empty strings") << QByteArray(R"({"":"","b":""})") << Parts{"", "\"\"", "b", "\"\""};
}

void JsonScannerTest::findsEachKeyAndValue()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QList<QByteArray>, parts);
    JsonScanner scanner(text);
    scanner.enter();
    QList<QByteArray> found;
    while (const auto key = scanner.nextKey()) {
        found << key->toByteArray();
        found << scanner.takeValue().toByteArray();
    }
    QCOMPARE(found, parts);
}

void JsonScannerTest::walksArraysOfObjects()
{
    JsonScanner scanner(R"([ {"a":1} ,{},{"b":[2],"c":3}])");
    scanner.enter();
    QByteArray found;
    while (scanner.nextElement()) {
        scanner.enter();
        found += '<';
        while (const auto key = scanner.nextKey()) {
            found += key->toByteArray() + '=' + scanner.takeValue().toByteArray() + ';';
        }
        found += '>';
    }
    QCOMPARE(found, QByteArray("<a=1;><><b=[2];c=3;>"));
}

void JsonScannerTest::takesAScalarThatIsTheWholeText()
{
    QCOMPARE(JsonScanner("17").takeValue().toByteArray(), QByteArray("17"));
    QCOMPARE(JsonScanner(" \"a\" ").takeValue().toByteArray(), QByteArray("\"a\""));
}

SIGNALBOX_TEST(JsonScannerTest)
#include "json_scanner_test.moc"
