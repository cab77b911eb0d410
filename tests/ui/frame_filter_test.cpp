// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/frame_filter.h"

#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;

class FrameFilterTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTerms_data();
    void readsTerms();
    void writesTextThatReadsAsItself_data();
    void writesTextThatReadsAsItself();
    void aWholeValueIsWanted();
    void aTermTakesThePlaceOfItsOpposite();
    void termsOfARowFindTheRow_data();
    void termsOfARowFindTheRow();
    void aClientIsFoundByUserAndById();
    void theRangeHasBothItsEnds();
};

void FrameFilterTest::readsTerms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found"); // in a message "price" from ann c3 to "group red"
    const auto add = [](const char* text, bool found) {
        QTest::newRow(text) << QString::fromUtf8(text) << found;
    };
    add("from:ann", true);
    add("FROM:Ann", true);
    add("from:an", false);
    add("-from:ann", false);
    add("-from:bob", true);
    add("to:\"group red\"", true);
    add("to:group", false);
    add("action:say opcode:text", true);
    add("action:say opcode:ping", false);
    add("client:c3", true);
    add("client:c33", false);
    add("with:c3", true); // whom it went to is tested with the model
    add("with:ann", true);
    add("with:c4", false);
    add("from:", true); // being typed
    add("from:\"\"", false);
    add("-", false); // a word
    add("price from:ann", true);
    add("weather from:ann", false);
    add("\"from:ann\"", false); // quoted, it is a word
    add("{\"price\":12}", true);
    add("\"{\\\"price\"", true);
}

void FrameFilterTest::readsTerms()
{
    QFETCH(const QString, text);
    QFETCH(const bool, found);
    link::FrameRow row = routed(1, 18);
    row.preview = R"({"price":12})";
    QCOMPARE(FrameFilter(text).matches(row), found);
}

void FrameFilterTest::writesTextThatReadsAsItself_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("plain") << QByteArray("ann");
    QTest::newRow("blank") << QByteArray("group red");
    QTest::newRow("quotes") << QByteArray(R"("a" b)");
    QTest::newRow("backslash") << QByteArray(R"(a\ b\\)");
    QTest::newRow("backslash alone") << QByteArray(R"(a\b)");
    QTest::newRow("colon") << QByteArray("https://shop.example:80");
    QTest::newRow("markup") << QByteArray("<img src=x>");
    QTest::newRow("right to left") << QByteArray("שלום");
    QTest::newRow("looks like a term") << QByteArray("from:ann");
    QTest::newRow("long") << QByteArray(5'000, 'x');
}

void FrameFilterTest::writesTextThatReadsAsItself()
{
    QFETCH(const QByteArray, value);
    const FrameFilter filter = FrameFilter(QStringLiteral("word \"two words\" \"to:x\""))
                                   .with({FilterField::From, value, true})
                                   .with({FilterField::Action, value});
    const FrameFilter again(filter.text());
    QCOMPARE(again.terms(), filter.terms());
    QCOMPARE(again.text(), filter.text());
}

void FrameFilterTest::aWholeValueIsWanted()
{
    link::FrameRow row = frame(1);
    row.header.opcode = websocket::Opcode::Ping;
    QVERIFY(FrameFilter(QStringLiteral("opcode:ping")).matches(row));
    QVERIFY(!FrameFilter(QStringLiteral("opcode:pin")).matches(row));
    row.kind = link::RowKind::Gap; // a loss is never hidden
    QVERIFY(FrameFilter(QStringLiteral("opcode:pin")).matches(row));
}

void FrameFilterTest::aTermTakesThePlaceOfItsOpposite()
{
    const FilterTerm ann{FilterField::From, "ann"};
    const FilterTerm notAnn{FilterField::From, "ann", true};
    const FrameFilter filter = FrameFilter().with(ann).with(ann).with(notAnn);
    QCOMPARE(filter.terms(), QList<FilterTerm>{notAnn});
    QCOMPARE(filter.text(), QStringLiteral("-from:ann"));
}

void FrameFilterTest::termsOfARowFindTheRow_data()
{
    QTest::addColumn<int>("kind");
    for (const link::RowKind kind :
         {link::RowKind::Frame, link::RowKind::Push, link::RowKind::Opened, link::RowKind::Closed,
          link::RowKind::Joined, link::RowKind::Left, link::RowKind::Refused, link::RowKind::OperatorAct}) {
        QTest::addRow("kind %d", static_cast<int>(kind)) << static_cast<int>(kind);
    }
}

void FrameFilterTest::termsOfARowFindTheRow()
{
    QFETCH(const int, kind);
    link::FrameRow row = routed(1, 18);
    row.kind = static_cast<link::RowKind>(kind);
    row.origin = "https://shop.example";
    for (const link::Direction direction : {link::Direction::Received, link::Direction::Sent}) {
        row.direction = direction;
        for (const FilterField field : {FilterField::From, FilterField::To, FilterField::Action,
                                        FilterField::Opcode, FilterField::Client}) {
            FilterTerm term = termOf(row, field);
            QVERIFY(!term.value.isEmpty());
            QVERIFY(FrameFilter().with(term).matches(row));
            term.negated = true;
            QVERIFY(!FrameFilter().with(term).matches(row));
        }
    }
}

void FrameFilterTest::aClientIsFoundByUserAndById()
{
    link::FrameRow row = frame(1);
    QVERIFY(FrameFilter(QStringLiteral("from:c3")).matches(row));
    QVERIFY(!FrameFilter(QStringLiteral("to:c3")).matches(row));
    row.direction = link::Direction::Sent;
    QVERIFY(FrameFilter(QStringLiteral("to:c3")).matches(row));
    QVERIFY(FrameFilter(QStringLiteral("to:ann")).matches(row));
    QVERIFY(FrameFilter(QStringLiteral("from:broker")).matches(row));
}

void FrameFilterTest::theRangeHasBothItsEnds()
{
    FrameFilter filter;
    QVERIFY(filter.isEmpty());
    filter.setRange(TimeRange{frame(2).time, frame(4).time});
    QVERIFY(!filter.isEmpty());
    QList<quint64> found;
    for (quint64 number = 1; number <= 5; ++number) {
        if (filter.matches(frame(number))) {
            found += number;
        }
    }
    QCOMPARE(found, (QList<quint64>{2, 3, 4}));
}

SIGNALBOX_TEST(FrameFilterTest)
#include "frame_filter_test.moc"
