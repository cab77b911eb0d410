// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/completion.h"

#include "tests/support/test_registry.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace signalbox::filter;

namespace {

QStringList seen(Field field)
{
    switch (field) {
    case Field::From:
        return {u"ann"_s, u"bob \"x\""_s};
    case Field::Message:
        return {u"price"_s, u"item.id"_s};
    case Field::Client:
        return {u"c3"_s};
    default:
        return {};
    }
}

} // namespace

class CompletionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void offersWhatCanStandAtTheCursor_data()
    {
        QTest::addColumn<QString>("text"); // | is the cursor
        QTest::addColumn<QString>("replaced");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("among");
        QTest::addColumn<QString>("notAmong");
        const auto add = [](const char* text, const char* replaced, const char* first, const char* among,
                            const char* notAmong) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(replaced)
                                << QString::fromLatin1(first) << QString::fromLatin1(among)
                                << QString::fromLatin1(notAmong);
        };
        add("|", "", "number", "not", "and");
        add("op|", "op", "opcode", "", "number");
        add("user|", "user", "user", "from.user", "opcode");
        add("fin and fr|", "fr", "fragment", "from.user", "and");
        add("(|", "", "number", "", "==");
        add("not |", "", "number", "", "==");
        add("opcode |", "", "==", "in", "contains");
        add("from |", "", "==", "contains", "<");
        add("length |", "", "==", "<", "contains");
        add("from c|", "c", "contains", "", "==");
        add("opcode == |", "", "continuation", "ping", "push");
        add("opcode == p|", "p", "ping", "pong", "text");
        add("opcode == ping |", "", "and", "or", "==");
        add("opcode in {ping, |", "", "continuation", "close", "and");
        add("opcode in {ping} |", "", "and", "or", "ping");
        add("from == |", "", "\"ann\"", "\"bob \\\"x\\\"\"", "ann");
        add("from == an|", "an", "\"ann\"", "", "\"bob \\\"x\\\"\"");
        add("from == \"an|", "\"an", "\"ann\"", "", "\"bob \\\"x\\\"\"");
        add("from:a|", "a", "\"ann\"", "", "");
        add("client == |", "", "c3", "", "\"c3\"");
        add("message.pr|", "message.pr", "message.price", "", "payload");
        add("mask|ed", "mask", "mask", "", "number");
        add("opcode:pu|", "pu", "push", "", "ping");
        add("hello |", "", "and", "or", "==");
    }

    void offersWhatCanStandAtTheCursor()
    {
        QFETCH(QString, text);
        QFETCH(QString, replaced);
        QFETCH(QString, first);
        QFETCH(QString, among);
        QFETCH(QString, notAmong);
        const qsizetype cursor = text.indexOf(u'|');
        text.remove(u'|');
        const Completion completion = complete(text, cursor, seen);
        QCOMPARE(text.sliced(completion.position, completion.length), replaced);
        QStringList texts;
        for (const Candidate& candidate : completion.candidates) {
            texts.append(candidate.text);
        }
        QVERIFY(!texts.isEmpty());
        QCOMPARE(texts.first(), first);
        QVERIFY2(among.isEmpty() || texts.contains(among), qPrintable(texts.join(u' ')));
        QVERIFY2(notAmong.isEmpty() || !texts.contains(notAmong), qPrintable(texts.join(u' ')));
    }

    void fieldsSayWhatTheyMean()
    {
        const Completion completion = complete(u"opcode", 6);
        QCOMPARE(completion.candidates.first().meaning, u"opcode of a frame"_s);
        QCOMPARE(completion.candidates.first().kind, Candidate::Kind::Field);
    }

    void aCursorBesideTheTextIsTakenBackIntoIt()
    {
        QCOMPARE(complete(u"op", 99).position, 0);
        QCOMPARE(complete(u"op", -1).length, 0);
    }
};

SIGNALBOX_TEST(CompletionTest)
#include "completion_test.moc"
