// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/parser.h"

#include "server/filter/filter.h"
#include "server/filter/printing.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace signalbox::filter;

class ParserTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsInOneWay_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        const auto add = [](const char* text, const char* canonical) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(canonical);
        };
        add("", "");
        add("   ", "");
        add("hello", "any contains \"hello\"");
        add("hello world", "any contains \"hello\" and any contains \"world\"");
        add("\"hello world\"", "payload contains \"hello world\"");
        add("{\"price\":12}", "any contains \"{\\\"price\\\":12}\"");
        add("<img", "any contains \"<img\"");
        add("don't", "any contains \"don't\"");
        add("https://shop.example", "any contains \"https://shop.example\"");
        add("f(x)", "any contains \"f(x)\"");
        add("(f)", "any contains \"f\"");
        add("hello in the room", "any contains \"hello\" and any contains \"in\" and any contains \"the\" "
                                 "and any contains \"room\"");
        add("-", "any contains \"-\"");
        add("-x", "any contains \"-x\"");
        add("from:ann", "from:ann");
        add("FROM:Ann", "from:Ann");
        add("-from:ann", "not from:ann");
        add("to:\"group red\"", "to:\"group red\"");
        add("from:\"ann\"", "from:ann");
        add("from:\"\"", "from:\"\"");
        add("opcode:PING", "type:ping"); // as it always was
        add("opcode:push", "type:push");
        add("from:https://shop.example:80", "from:https://shop.example:80");
        add("action:a=b", "action:\"a=b\"");
        add("message.items[0]:X", "message.items.0:X");
        add("price from:ann", "any contains \"price\" and from:ann");
        add("fin", "fin");
        add("Direction==RECEIVED", "direction == received");
        add("frame.length>=64KiB", "length >= 65536");
        add("length == 0x10", "length == 16");
        add("opcode eq 9", "opcode == ping");
        add("from.user = ann", "from.user == \"ann\"");
        add("from.user==ann&&mask", "from.user == \"ann\" and mask");
        add("a or b and c", "any contains \"a\" or (any contains \"b\" and any contains \"c\")");
        add("(a or b) c", "(any contains \"a\" or any contains \"b\") and any contains \"c\"");
        add("!fin", "not fin");
        add("not not fin", "fin");
        add("not (fin and mask)", "not (fin and mask)");
        add("from not in {ann 'bob'}", "not from in {\"ann\", \"bob\"}");
        add("number in {1..5, 9}", "number in {1..5, 9}");
        add("number in {1 .. 5}", "number in {1..5}");
        add("code in {1001,1000}", "code in {1001, 1000}");
        add("message.items[0].price<10", "message.items.0.price < 10");
        add("message == true", "message == true");
        add("message == \"true\"", "message == \"true\"");
        add("message == hello", "message == \"hello\"");
        add("payload matches \"\\d+\\.\"", "payload matches \"\\d+\\.\"");
        add("payload contains \"a\\\\\"", "payload contains \"a\\\\\"");
        add("time >= \"2026-11-26T10:12:01.204Z\"", "time >= \"2026-11-26T10:12:01.204Z\"");
        add("time > 2026-11-26T10:12:01+01:00", "time > \"2026-11-26T09:12:01.000Z\"");
        add("client == C7 or id == m18", "client == c7 or id == m18");
        add("end in {slow, vanished}", "end in {slow, vanished}");
    }

    void readsInOneWay()
    {
        QFETCH(QString, text);
        QFETCH(QString, canonical);
        const auto read = Parser(text).parse();
        if (const auto* fault = std::get_if<Fault>(&read)) {
            QFAIL(qPrintable(fault->sentence));
        }
        QCOMPARE(printed(std::get<Expression>(read)), canonical);
        const auto again = Parser(canonical).parse();
        QVERIFY(std::holds_alternative<Expression>(again));
        QCOMPARE(printed(std::get<Expression>(again)), canonical);
    }

    void saysWhatIsWrongAndWhere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QString>("wrong"); // the place is where it stands in the text
        QTest::addColumn<QString>("says");
        const auto add = [](const char* text, const char* code, const char* wrong, const char* says) {
            QTest::newRow(text) << QString::fromUtf8(text) << QByteArray("filter.") + code
                                << QString::fromUtf8(wrong) << QString::fromUtf8(says);
        };
        add("opcod == text", "unknown_field", "opcod", "did you mean opcode?");
        add("fin and from.usr == \"a\"", "unknown_field", "from.usr", "did you mean from.user?");
        add("zzzzzzzz contains x", "unknown_field", "zzzzzzzz", "There is no field zzzzzzzz.");
        add("xyzzyx in {1}", "unknown_field", "xyzzyx", "no field");
        add("opcode == pingg", "wrong_type", "pingg", "did you mean ping?");
        add("direction == 12345", "wrong_type", "12345", "received, sent");
        add("type:zzzzzz", "wrong_type", "zzzzzz", "none of the values of type");
        add("number == abc", "wrong_type", "abc", "number is a number");
        add("length in {1..x}", "wrong_type", "x", "length is a number");
        add("length in {9..1}", "wrong_type", "9", "9 comes after 1");
        add("message.x in {1..b}", "wrong_type", "b", "is none");
        add("time > yesterday", "wrong_type", "yesterday", "such as 10:12:01");
        add("client == 3", "wrong_type", "3", "such as c3");
        add("id == 18", "wrong_type", "18", "such as m18");
        add("opcode contains \"t\"", "wrong_type", "contains", "==, !=, in");
        add("from > \"a\"", "wrong_type", ">", "from, which is a text");
        add("fin in {true}", "wrong_type", "in", "cannot be used with fin");
        add("payload matches \"(\"", "bad_pattern", "\"(\"", "regular expression");
        add("\"open", "syntax", "\"open", "a quote is missing");
        add("from == \"open", "syntax", "\"open", "a quote is missing");
        add("fin)", "syntax", ")", "no ( for this");
        add("message..x", "syntax", "message..x", "name of a member");
        add("number in 5", "syntax", "5", "in braces");
    }

    void saysWhatIsWrongAndWhere()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, code);
        QFETCH(QString, wrong);
        QFETCH(QString, says);
        const auto read = Parser(text).parse();
        QVERIFY(std::holds_alternative<Fault>(read));
        const Fault& fault = std::get<Fault>(read);
        QCOMPARE(fault.code, code);
        QCOMPARE(text.sliced(fault.position, fault.length), wrong);
        QVERIFY2(fault.sentence.contains(says), qPrintable(fault.sentence));
    }

    void saysWhereSomethingIsMissing_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("says");
        QTest::newRow("value") << u"from == "_s << 7 << u"A value is missing after ==."_s;
        QTest::newRow("value before and") << u"from == and fin"_s << 7 << u"A value is missing"_s;
        QTest::newRow("value of a shorthand") << u"fin from:"_s << 9 << u"A value is missing after from:."_s;
        QTest::newRow("condition after and") << u"fin and"_s << 7 << u"A condition is missing"_s;
        QTest::newRow("condition in brackets") << u"()"_s << 1 << u"A condition is missing"_s;
        QTest::newRow("condition after not") << u"not "_s << 4 << u"A condition is missing"_s;
        QTest::newRow("bracket") << u"(fin"_s << 4 << u") is missing"_s;
        QTest::newRow("brace") << u"number in {1, 2"_s << 15 << u"} is missing"_s;
        QTest::newRow("value of a set") << u"number in {}"_s << 11 << u"A value is missing"_s;
    }

    void saysWhereSomethingIsMissing()
    {
        QFETCH(QString, text);
        QFETCH(int, position);
        QFETCH(QString, says);
        const auto read = Parser(text).parse();
        QVERIFY(std::holds_alternative<Fault>(read));
        QCOMPARE(std::get<Fault>(read).code, QByteArray("filter.syntax"));
        QCOMPARE(std::get<Fault>(read).position, position);
        QCOMPARE(std::get<Fault>(read).length, 0);
        QVERIFY2(std::get<Fault>(read).sentence.contains(says), qPrintable(std::get<Fault>(read).sentence));
    }

    void isBounded()
    {
        const auto codeOf = [](const QString& text) {
            const auto read = Parser(text).parse();
            const auto* fault = std::get_if<Fault>(&read);
            return fault == nullptr ? QByteArray() : fault->code;
        };
        QCOMPARE(codeOf(QString(Parser::maxCharacters, u'a')), QByteArray());
        QCOMPARE(codeOf(QString(Parser::maxCharacters + 1, u'a')), QByteArray("filter.too_long"));
        const auto nested = [](int depth) { return QString(depth, u'(') + u"fin"_s + QString(depth, u')'); };
        QCOMPARE(codeOf(nested(Parser::maxDepth)), QByteArray());
        QCOMPARE(codeOf(nested(Parser::maxDepth + 1)), QByteArray("filter.too_long"));
    }
};

SIGNALBOX_TEST(ParserTest)
#include "parser_test.moc"
