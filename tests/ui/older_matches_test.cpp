// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/older_matches.h"

#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"

#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::tests;
using ui::OlderMatches;

namespace {

std::vector<link::FrameRow> rowsOf(std::initializer_list<quint64> numbers)
{
    std::vector<link::FrameRow> rows;
    for (const quint64 number : numbers) {
        rows.push_back(frame(number));
    }
    return rows;
}

QList<quint64> numbersOf(const OlderMatches& older)
{
    QList<quint64> numbers;
    for (qsizetype row = 0; row < older.count(); ++row) {
        numbers += older.at(row).row.number;
    }
    return numbers;
}

} // namespace

class OlderMatchesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesPagesInFrontAndFindsThem();
    void knowsWhatIsMissing();
    void rowsThatLeaveTheLogStandBehind();
    void whatIsNotKeptGoes();
};

void OlderMatchesTest::takesPagesInFrontAndFindsThem()
{
    OlderMatches older;
    older.add(rowsOf({9, 7}), 1'000);
    older.add(rowsOf({7, 4, 2}), 1'000); // one came twice
    QCOMPARE(numbersOf(older), (QList<quint64>{2, 4, 7, 9}));
    QCOMPARE(older.sequence(3), quint64{999});
    QCOMPARE(older.rowOfSequence(999), std::optional<qsizetype>(3));
    QCOMPARE(older.rowOfSequence(1'000), std::nullopt);
    QCOMPARE(older.rowOfNumber(4), std::optional<qsizetype>(1));
    QCOMPARE(older.rowOfNumber(5), std::nullopt);
    QCOMPARE(older.frames(), quint64{4});
}

void OlderMatchesTest::knowsWhatIsMissing()
{
    OlderMatches older;
    for (const quint64 number : {9, 7, 4, 4, 2}) { // the newest first
        older.expect(number);
    }
    QCOMPARE(older.missing(), quint64{4});
    older.add(rowsOf({9, 7}), 1'000);
    QCOMPARE(older.missing(), quint64{2});
    older.trim(1);
    QCOMPARE(numbersOf(older), QList<quint64>{9});
    QCOMPARE(older.missing(), quint64{3});
    older.clear();
    QCOMPARE(older.missing(), quint64{0});
    QCOMPARE(older.frames(), quint64{0});
}

void OlderMatchesTest::rowsThatLeaveTheLogStandBehind()
{
    OlderMatches older;
    older.add(rowsOf({5}), 1'000);
    link::FrameRow gap = frame(8);
    gap.kind = link::RowKind::Gap;
    older.takeOver(1'000, {gap});
    QCOMPARE(numbersOf(older), (QList<quint64>{5, 8}));
    QCOMPARE(older.sequence(1), quint64{1'000});
    QCOMPARE(older.frames(), quint64{1}); // a gap is no frame
}

void OlderMatchesTest::whatIsNotKeptGoes()
{
    OlderMatches older;
    for (const quint64 number : {9, 7, 4, 2}) {
        older.expect(number);
    }
    older.add(rowsOf({9, 7}), 1'000);
    QCOMPARE(older.notKept(8), qsizetype{1});
    older.forget(3);
    QCOMPARE(older.missing(), quint64{1});
    older.forget(8);
    QCOMPARE(older.missing(), quint64{0});
    QCOMPARE(numbersOf(older), QList<quint64>{9});
}

SIGNALBOX_TEST(OlderMatchesTest)
#include "older_matches_test.moc"
