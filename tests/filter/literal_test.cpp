// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/literal.h"

#include "tests/support/test_registry.h"

#include <QtCore/QDateTime>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace signalbox::filter;

namespace {

std::optional<double> numberFor(Field field, const QString& text)
{
    const Token token{.kind = Token::Kind::Word, .position = 0, .length = text.size()};
    const auto read = readLiteral(infoOf(field), token, text);
    const auto* literal = std::get_if<Literal>(&read);
    return literal != nullptr && literal->number ? std::optional(double(*literal->number)) : std::nullopt;
}

} // namespace

class LiteralTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsNumbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("number"); // negative: none
        QTest::newRow("0") << u"0"_s << 0.0;
        QTest::newRow("fraction") << u"1.5"_s << 1.5;
        QTest::newRow("exponent") << u"1e3"_s << 1000.0;
        QTest::newRow("hexadecimal") << u"0xFF"_s << 255.0;
        QTest::newRow("64 bits") << u"18446744073709551615"_s << 18446744073709551615.0;
        QTest::newRow("K") << u"64k"_s << 65536.0;
        QTest::newRow("KiB") << u"2KiB"_s << 2048.0;
        QTest::newRow("MB") << u"1.5MB"_s << 1572864.0;
        QTest::newRow("a unit alone") << u"K"_s << -1.0;
        QTest::newRow("a word") << u"abc"_s << -1.0;
        QTest::newRow("no end") << u"inf"_s << -1.0;
        QTest::newRow("nothing") << QString() << -1.0;
    }

    void readsNumbers()
    {
        QFETCH(QString, text);
        QFETCH(double, number);
        QCOMPARE(double(readNumber(text).value_or(-1)), number);
    }

    void readsTimes()
    {
        QCOMPARE(numberFor(Field::Time, u"2023-11-14T22:13:20Z"_s), std::optional(1.7e15));
        QCOMPARE(numberFor(Field::Time, u"2023-11-14T23:13:20.5+01:00"_s),
                 std::optional(1.7000000005e15 - 0));
        const double today = double(QDateTime(QDate::currentDate(), QTime(0, 0)).toMSecsSinceEpoch()) * 1000;
        const auto morning = numberFor(Field::Time, u"10:12:01"_s);
        QVERIFY(morning && *morning > today - 86'400e6 && *morning < today + 2 * 86'400e6);
        QVERIFY(!numberFor(Field::Time, u"noon"_s));
        QCOMPARE(timeText(1.7e15L + 204'999), u"2023-11-14T22:13:20.204Z"_s);
        QCOMPARE(timeText(-1), u"1969-12-31T23:59:59.999Z"_s);
    }

    void readsIds()
    {
        QCOMPARE(numberFor(Field::Client, u"c12"_s), std::optional(12.0));
        QCOMPARE(numberFor(Field::Client, u"C12"_s), std::optional(12.0));
        QVERIFY(!numberFor(Field::Client, u"m12"_s));
        QVERIFY(!numberFor(Field::Client, u"c012"_s));
        QCOMPARE(numberFor(Field::Id, u"m12"_s), std::optional(12.0));
    }

    void readsJson()
    {
        const auto read = [](const QString& text, Token::Kind kind) {
            const Token token{.kind = kind, .position = 0, .length = text.size(), .text = text};
            return std::get<Literal>(readLiteral(infoOf(Field::Message), token, text));
        };
        QVERIFY(read(u"null"_s, Token::Kind::Word).isNull);
        QVERIFY(!read(u"null"_s, Token::Kind::Quoted).isNull);
        QCOMPARE(read(u"false"_s, Token::Kind::Word).flag, std::optional(false));
        QVERIFY(!read(u"false"_s, Token::Kind::Quoted).flag);
        QVERIFY(read(u"12"_s, Token::Kind::Word).number.has_value());
        QVERIFY(!read(u"12"_s, Token::Kind::Quoted).number.has_value());
        QVERIFY(!read(u"1K"_s, Token::Kind::Word).number.has_value());
    }
};

SIGNALBOX_TEST(LiteralTest)
#include "literal_test.moc"
