// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/lexer.h"

#include "server/filter/token_stream.h"
#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace signalbox::filter;

class LexerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutsATextIntoTokens_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("tokens");
        QTest::newRow("nothing") << u"  "_s << QStringList();
        QTest::newRow("words") << u"a  b.c[0] 10:12"_s << QStringList{u"a"_s, u"b.c[0]"_s, u"10:12"_s};
        QTest::newRow("symbols") << u"a>=b&&!c||d~e"_s
                                 << QStringList{u"a"_s, u">="_s, u"b"_s, u"&&"_s, u"!"_s,
                                                u"c"_s, u"||"_s, u"d"_s, u"~"_s,  u"e"_s};
        QTest::newRow("one ampersand") << u"a&b"_s << QStringList{u"a&b"_s};
        QTest::newRow("brackets") << u"({a,b})"_s
                                  << QStringList{u"("_s, u"{"_s, u"a"_s, u","_s, u"b"_s, u"}"_s, u")"_s};
        QTest::newRow("quotes") << u"x\"a \\\" b\"y'c'"_s
                                << QStringList{u"x"_s, u"\"a \\\" b\""_s, u"y"_s, u"'c'"_s};
        QTest::newRow("an open quote") << u"\"a b"_s << QStringList{u"\"a b"_s};
    }

    void cutsATextIntoTokens()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, tokens);
        Lexer lexer(text);
        QStringList found;
        for (Token token = lexer.next(); token.kind != Token::Kind::End; token = lexer.next()) {
            found.append(text.sliced(token.position, token.length));
        }
        QCOMPARE(found, tokens);
    }

    void readsEscapes()
    {
        const QString text = u"\"a\\\"b\\\\c\\n\\t\\d\\.\""_s;
        const Token token = Lexer(text).next();
        QCOMPARE(token.text, u"a\"b\\c\n\t\\d\\."_s);
        QVERIFY(token.isClosed);
        QVERIFY(!Lexer(u"\"a\\\"").next().isClosed);
    }

    void knowsWhatStandsSideBySide()
    {
        Lexer lexer(u"a\"b\" c");
        QVERIFY(lexer.next().isAdjacent); // to the start
        QVERIFY(lexer.next().isAdjacent);
        QVERIFY(!lexer.next().isAdjacent);
        QVERIFY(lexer.next().isAdjacent); // the end
    }

    void takesARunAsItStands()
    {
        const QString text = u"(f(x)=\"y z)"_s;
        Lexer lexer(text);
        const Token run = lexer.raw(1);
        QCOMPARE(text.sliced(run.position, run.length), u"f(x)=\"y"_s);
        QCOMPARE(text.sliced(lexer.raw(9).position, lexer.raw(9).length),
                 u"z"_s); // the bracket was open before
    }

    void aStreamGoesBack()
    {
        TokenStream tokens(u"not in AND x");
        const Token first = tokens.take();
        QVERIFY(tokens.isWord("IN"_L1));
        tokens.goBackTo(first);
        QVERIFY(tokens.isWord("not"_L1));
        tokens.take();
        tokens.take();
        QVERIFY(tokens.isAnd());
        QVERIFY(!tokens.isBoundary());
        tokens.take();
        tokens.take();
        QVERIFY(tokens.isBoundary());
    }
};

SIGNALBOX_TEST(LexerTest)
#include "lexer_test.moc"
