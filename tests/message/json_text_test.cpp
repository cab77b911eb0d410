// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/message/json_text.h"

#include "tests/support/test_registry.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace signalbox::message;

class JsonTextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void escapesForOutput_data();
    void escapesForOutput();
    void replacesInvalidUtf8();
    void otherParsersReadWhatWeWrite();
    void unescapes_data();
    void unescapes();
    void readsHexadecimalUnits_data();
    void readsHexadecimalUnits();
};

void JsonTextTest::escapesForOutput_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray("") << QByteArray(R"("")");
    QTest::newRow("plain") << QByteArray("hello") << QByteArray(R"("hello")");
    QTest::newRow("quote at both ends") << QByteArray(R"("x")") << QByteArray(R"("\"x\"")");
    QTest::newRow("backslash") << QByteArray(R"(a\b)") << QByteArray(R"("a\\b")");
    QTest::newRow("slash stays") << QByteArray("a/b") << QByteArray(R"("a/b")");
    QTest::newRow("line ends and tab") << QByteArray("\r\n\t") << QByteArray(R"("\r\n\t")");
    QTest::newRow("NUL, escape, 1F") << QByteArray("\0\x1b\x1f", 3) << QByteArray(R"("\u0000\u001b\u001f")");
    QTest::newRow("DEL stays") << QByteArray("\x7f") << QByteArray("\"\x7f\"");
    QTest::newRow("UTF-8 stays") << QByteArray("h\xc3\xa9 \xf0\x9f\x98\x80")
                                 << QByteArray("\"h\xc3\xa9 \xf0\x9f\x98\x80\"");
}

void JsonTextTest::escapesForOutput()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, json);
    QCOMPARE(jsonString(QByteArrayView(text)), json);
    QCOMPARE(jsonString(QString::fromUtf8(text)), json);
}

void JsonTextTest::replacesInvalidUtf8()
{
    QCOMPARE(jsonString(QByteArrayView("a\xff z")), QByteArray("\"a\xef\xbf\xbd z\""));
}

void JsonTextTest::otherParsersReadWhatWeWrite()
{
    QString everything;
    for (char16_t unit = 0; unit < 0x250; ++unit) {
        everything += QChar(unit);
    }
    const QByteArray array = '[' + jsonString(everything) + ']';
    QCOMPARE(QJsonDocument::fromJson(array).array().at(0).toString(), everything);
}

void JsonTextTest::unescapes_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray("") << QByteArray("");
    QTest::newRow("no escape") << QByteArray("hello") << QByteArray("hello");
    QTest::newRow("all short ones") << QByteArray(R"(\"\\\/\b\f\n\r\t)") << QByteArray("\"\\/\b\f\n\r\t");
    QTest::newRow("backslash before u") << QByteArray(R"(\\u0041)") << QByteArray(R"(\u0041)");
    QTest::newRow("NUL") << QByteArray(R"(a\u0000b)") << QByteArray("a\0b", 3);
    QTest::newRow("one, two, three bytes")
        << QByteArray(R"(\u007F\u00e9\u20AC)") << QByteArray("\x7f\xc3\xa9\xe2\x82\xac");
    QTest::newRow("edges of lengths") << QByteArray(R"(\u0080\u07ff\u0800\uffff)")
                                      << QByteArray("\xc2\x80\xdf\xbf\xe0\xa0\x80\xef\xbf\xbf");
    QTest::newRow("surrogate pair") << QByteArray(R"(<\ud83d\uDE00>)") << QByteArray("<\xf0\x9f\x98\x80>");
    QTest::newRow("last code point") << QByteArray(R"(\udbff\udfff)") << QByteArray("\xf4\x8f\xbf\xbf");
}

void JsonTextTest::unescapes()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, text);
    QCOMPARE(unescapedJsonString(content), text);
}

void JsonTextTest::readsHexadecimalUnits_data()
{
    QTest::addColumn<QByteArray>("digits");
    QTest::addColumn<int>("unit"); // -1: none
    QTest::newRow("lower case") << QByteArray("beef") << 0xBEEF;
    QTest::newRow("upper case") << QByteArray("BEEF") << 0xBEEF;
    QTest::newRow("more behind it") << QByteArray("0041zz") << 0x41;
    QTest::newRow("three digits") << QByteArray("041") << -1;
    QTest::newRow("g") << QByteArray("00g0") << -1;
    QTest::newRow("at sign, which is ` without its bit") << QByteArray("00@0") << -1;
    QTest::newRow("nothing") << QByteArray() << -1;
}

void JsonTextTest::readsHexadecimalUnits()
{
    QFETCH(const QByteArray, digits);
    QFETCH(const int, unit);
    const auto read = hexadecimalUnit(digits);
    QCOMPARE(read ? int(*read) : -1, unit);
}

SIGNALBOX_TEST(JsonTextTest)
#include "json_text_test.moc"
