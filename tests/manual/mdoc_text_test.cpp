// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/manual/mdoc_text.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace signalbox::app;
using namespace Qt::StringLiterals;

class MdocTextTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leavesNothingThatIsAMacroOrAnEscape_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("escaped");
        QTest::newRow("plain") << u"a b"_s << QByteArray("a b");
        QTest::newRow("a backslash") << u"C:\\x"_s << QByteArray("C:\\ex");
        QTest::newRow("a line that would be a macro") << u".Dd x"_s << QByteArray("\\&.Dd x");
        QTest::newRow("a quotation mark in front") << u"'x"_s << QByteArray("\\&'x");
        QTest::newRow("a minus") << u"--listen"_s << QByteArray("\\-\\-listen");
        QTest::newRow("not ASCII") << u"…ä😀"_s << QByteArray("\\[u2026]\\[u00E4]\\[u1F600]");
    }
    void leavesNothingThatIsAMacroOrAnEscape()
    {
        QFETCH(const QString, text);
        QTEST(mdocEscaped(text), "escaped");
    }

    void beginsALineForEachSentence()
    {
        QCOMPARE(mdocParagraph(u" One.  Two? \"Three\", e.g. four.\n5 is a number. "_s),
                 QByteArray("One.\nTwo?\n\"Three\", e.g. four.\n5 is a number.\n"));
    }

    void breaksLongLines()
    {
        const QList<QByteArray> lines = mdocParagraph(u"word "_s.repeated(100)).trimmed().split('\n');
        QVERIFY(lines.size() > 5);
        for (const QByteArray& line : lines) {
            QVERIFY(line.size() <= 80 && line.startsWith("word"));
        }
        QCOMPARE(mdocParagraph(QString(200, u'x')), QByteArray(200, 'x') + '\n');
    }

    void quotesArguments()
    {
        QCOMPARE(mdocArgument(u"ADDR:PORT"_s), QByteArray("ADDR:PORT"));
        QCOMPARE(mdocArgument(u"two words"_s), QByteArray("\"two words\""));
        QCOMPARE(mdocArgument(u"say \"x\""_s), QByteArray("\"say \\(dqx\\(dq\""));
        QCOMPARE(mdocArgument(u"Ar"_s), QByteArray("\"\\&Ar\"")); // would be a macro
    }

    void makesSentences()
    {
        QCOMPARE(asSentence(u"where to\nlisten"_s), u"Where to listen."_s);
        QCOMPARE(asSentence(u"is it?"_s), u"Is it?"_s);
        QCOMPARE(asSentence(u"It is."_s), u"It is."_s);
    }
};

SIGNALBOX_TEST(MdocTextTest)
#include "mdoc_text_test.moc"
