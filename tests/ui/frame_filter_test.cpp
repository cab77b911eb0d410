// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/filter_term.h"
#include "ui/models/frame_filter.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;

class FrameFilterTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTerms_data();
    void readsTerms();
    void aWholeValueIsWanted();
    void leavesToCaptureWhatThePreviewDoesNotSay();
    void termsOfARowFindTheRow_data();
    void termsOfARowFindTheRow();
    void whoGotItDecidesOnlyWhereAllOfThemAreKnown();
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
    add("from:", true); // being typed: a fault hides nothing
    add("from:\"\"", false);
    add("-", false); // a word
    add("price from:ann", true);
    add("weather from:ann", false);
    add("from == \"ann\" and price", true);
    add("from == \"Ann\"", false);
    add("message.price > 10", true);
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

void FrameFilterTest::aWholeValueIsWanted()
{
    link::FrameRow row = frame(1);
    row.header.opcode = websocket::Opcode::Ping;
    QVERIFY(FrameFilter(QStringLiteral("opcode:ping")).matches(row));
    QVERIFY(!FrameFilter(QStringLiteral("opcode:pong")).matches(row));
    row.kind = link::RowKind::Gap; // a loss is never hidden
    QVERIFY(FrameFilter(QStringLiteral("opcode:pong")).matches(row));
}

void FrameFilterTest::leavesToCaptureWhatThePreviewDoesNotSay()
{
    link::FrameRow row = routed(1, 18);
    QVERIFY(FrameFilter(QStringLiteral("payload contains say")).matches(row));
    QVERIFY(FrameFilter(QStringLiteral("not payload contains price")).matches(row));
    row.header.payloadBytes = 5'000; // of which there are 120 here
    QVERIFY(!FrameFilter(QStringLiteral("payload contains say")).matches(row));
    QVERIFY(!FrameFilter(QStringLiteral("not payload contains price")).matches(row));
    QVERIFY(FrameFilter(QStringLiteral("from == ann")).matches(row));
    row.header.payloadBytes = 10;
    row.fragment = 3; // the last frame of a message of several
    QVERIFY(!FrameFilter(QStringLiteral("message contains say")).matches(row));
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
    row.origin = "https:"
                 "//shop.example";
    row.text = "what it says";
    row.code = 403;
    for (const link::Direction direction : {link::Direction::Received, link::Direction::Sent}) {
        row.direction = direction;
        for (const filter::Field field :
             {filter::Field::From, filter::Field::To, filter::Field::Type, filter::Field::Number}) {
            const QString condition = shownCondition(row, field);
            QVERIFY(!condition.isEmpty());
            QVERIFY2(FrameFilter(condition).matches(row), qPrintable(condition));
            QVERIFY(!FrameFilter(u"not "_s + condition).matches(row));
        }
        QVERIFY2(FrameFilter(summaryCondition(row)).matches(row), qPrintable(summaryCondition(row)));
    }
}

void FrameFilterTest::whoGotItDecidesOnlyWhereAllOfThemAreKnown()
{
    const FrameFilter filter(QStringLiteral("not with:c4"));
    const std::vector<ClientId> known{ClientId(5)};
    QVERIFY(filter.matches(routed(1, 18), {}));
    QVERIFY(filter.matches(routed(1, 18, 1), {known, nullptr}));
    QVERIFY(!filter.matches(routed(1, 18, 2), {known, nullptr})); // c4 may be the other one: capture knows
    QVERIFY(FrameFilter(QStringLiteral("action:say")).matches(routed(1, 18, 2), {known, nullptr}));
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
