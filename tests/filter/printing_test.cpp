// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/printing.h"

#include "server/filter/lexer.h"
#include "server/filter/parser.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace signalbox::filter;

class PrintingTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aQuotedTextIsReadAsItself_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << u"ann"_s;
        QTest::newRow("nothing") << QString();
        QTest::newRow("quotes") << u"\"a\" 'b'"_s;
        QTest::newRow("backslashes") << u"a\\ b\\\\ \\d \\n \\\" \\"_s;
        QTest::newRow("lines") << u"a\nb\r\tc"_s;
        QTest::newRow("a backslash before a line") << u"\\\n"_s;
        QTest::newRow("right to left") << u"שלום"_s;
        QTest::newRow("long") << QString(5'000, u'\\');
    }

    void aQuotedTextIsReadAsItself()
    {
        QFETCH(QString, text);
        const Token token = Lexer(quotedText(text)).next();
        QVERIFY(token.isClosed);
        QCOMPARE(token.text, text);
    }

    void numbersKeepTheirValue_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"number == 18446744073709551615", "number == -9223372036854775808", "number == 0.1",
              "number == 1e+300", "message == 1e3", "message.x == 12345678901234567890"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }

    void numbersKeepTheirValue()
    {
        QFETCH(QString, text);
        QCOMPARE(printed(std::get<Expression>(Parser(text).parse())), text);
    }

    void anEmptyExpressionIsNoText() { QCOMPARE(printed({}), QString()); }
};

SIGNALBOX_TEST(PrintingTest)
#include "printing_test.moc"
