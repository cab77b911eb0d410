// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/older_search.h"

#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/client_names.h"
#include "ui/models/command_sender.h"
#include "ui/models/frames_model.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>

using namespace signalbox;
using namespace signalbox::tests;
using namespace Qt::StringLiterals;
using ui::FramesModel;

namespace {

constexpr qsizetype maxRows = 10;
constexpr link::CommandId decision = 77; ///< the filter

} // namespace

/// A list of ten rows, over a capture that keeps all of them. Each third one holds an "x".
class OlderSearchTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsOlderMatchesTheNewestFirst();
    void asksForPagesUntilTheListIsFull();
    void whatLeavesTheLogStaysWhereItPasses();
    void rowsThatAreNoLongerKeptGo();
    void anotherFilterEndsIt();
    void nothingIsAskedForWhereNothingIsOlder();
    void whatWasClearedDoesNotComeBack();
    void rowsUnfoldWhereverTheyStand();

private:
    [[nodiscard]] static bool passes(quint64 number) { return number % 3 == 0; }
    [[nodiscard]] static link::FrameRow rowOf(quint64 number)
    {
        return frame(number, passes(number) ? "x" : "o");
    }
    void capture(quint64 first, quint64 last, quint64 firstKept = 1);
    void filter();
    /// What capture says of a search among those with a number below `before`.
    void answer(link::CommandId search, quint64 before, quint64 limit);
    [[nodiscard]] QList<quint64> listed() const;

    ui::ClientNames m_names;
    std::unique_ptr<TestLink> m_link;
    std::unique_ptr<ui::CommandSender> m_commands;
    std::unique_ptr<FramesModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<ui::OlderSearch> m_search;
};

void OlderSearchTest::init()
{
    m_search.reset();
    m_tester.reset();
    m_link = std::make_unique<TestLink>();
    m_commands = std::make_unique<ui::CommandSender>(*m_link);
    m_model = std::make_unique<FramesModel>(m_names, maxRows);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
    m_search = std::make_unique<ui::OlderSearch>(*m_commands, *m_model);
}

void OlderSearchTest::capture(quint64 first, quint64 last, quint64 firstKept)
{
    link::FrameBatch batch;
    for (quint64 number = first; number <= last; ++number) {
        batch.rows.push_back(rowOf(number));
        if (passes(number)) {
            batch.passing.push_back(number);
        }
    }
    batch.filter = decision;
    batch.firstKept = firstKept;
    batch.ledger.captured = last;
    m_model->append(batch);
}

void OlderSearchTest::filter()
{
    m_model->setFilter(ui::FrameFilter(u"\"x\""_s));
    m_model->setFilterCommand(decision);
    m_search->begin(m_model->filter().text(), decision);
}

void OlderSearchTest::answer(link::CommandId search, quint64 before, quint64 limit)
{
    link::FramesFound found;
    found.search = search;
    found.finished = true;
    for (quint64 number = before - 1; number > 0 && found.rows.size() < limit; --number) {
        if (passes(number) && search == decision) {
            found.numbers.push_back(number);
        } else if (passes(number)) {
            found.rows.push_back(rowOf(number));
        }
    }
    if (search == decision) {
        m_model->addFound(found);
    }
    m_search->take(found);
}

QList<quint64> OlderSearchTest::listed() const
{
    QList<quint64> numbers;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        numbers += m_model->frame(m_model->index(row, 0)).number;
    }
    return numbers;
}

void OlderSearchTest::listsOlderMatchesTheNewestFirst()
{
    capture(1, 20);
    filter();
    QCOMPARE(listed(), (QList<quint64>{12, 15, 18}));
    answer(decision, 21, 1'000);
    const auto* asked = m_link->last<link::SearchFrames>();
    QVERIFY(asked != nullptr);
    QCOMPARE(asked->filter, m_model->filter().text());
    QCOMPARE(asked->before, quint64{11}); // what the list has it need not ask for
    QCOMPARE(asked->limit, quint64{7});
    QCOMPARE(m_model->ledger().unlisted, quint64{3});
    answer(m_link->lastId<link::SearchFrames>(), 11, 7);
    QCOMPARE(listed(), (QList<quint64>{3, 6, 9, 12, 15, 18}));
    QCOMPARE(m_model->ledger().shown, quint64{6});
    QCOMPARE(m_model->ledger().unlisted, quint64{0});
    QCOMPARE(m_model->ledger().captured,
             m_model->ledger().shown + m_model->ledger().hidden + m_model->ledger().notKept);
    QCOMPARE(m_model->indexOf(6).row(), 1);
    QCOMPARE(m_model->indexOf(15).row(), 4);
    QVERIFY(!m_model->indexOf(7).isValid());
}

void OlderSearchTest::asksForPagesUntilTheListIsFull()
{
    capture(1, 100);
    filter(); // 93, 96 and 99 are here
    answer(decision, 101, 1'000);
    QCOMPARE(m_link->last<link::SearchFrames>()->limit, quint64{7});
    const link::CommandId first = m_link->lastId<link::SearchFrames>();
    answer(first, 91, 7);
    QCOMPARE(listed(), (QList<quint64>{72, 75, 78, 81, 84, 87, 90, 93, 96, 99}));
    QCOMPARE(m_link->lastId<link::SearchFrames>(), first); // there is no room for more
    QCOMPARE(m_model->ledger().unlisted, quint64{23});
}

void OlderSearchTest::whatLeavesTheLogStaysWhereItPasses()
{
    capture(1, 20);
    filter();
    answer(decision, 21, 1'000);
    answer(m_link->lastId<link::SearchFrames>(), 11, 7);
    capture(21, 29); // 11 to 19 leave the log
    QCOMPARE(listed(), (QList<quint64>{3, 6, 9, 12, 15, 18, 21, 24, 27}));
    capture(30, 36); // the list is as long as it may be
    QCOMPARE(listed(), (QList<quint64>{9, 12, 15, 18, 21, 24, 27, 30, 33, 36}));
    QCOMPARE(m_model->ledger().unlisted, quint64{2});
    m_model->setFilter({});
    QCOMPARE(listed(), (QList<quint64>{27, 28, 29, 30, 31, 32, 33, 34, 35, 36}));
}

void OlderSearchTest::rowsThatAreNoLongerKeptGo()
{
    capture(1, 20);
    filter();
    answer(decision, 21, 1'000);
    answer(m_link->lastId<link::SearchFrames>(), 11, 7);
    capture(21, 21, 7);
    QCOMPARE(listed(), (QList<quint64>{9, 12, 15, 18, 21}));
    capture(22, 24, 22);
    QCOMPARE(listed(), QList<quint64>{24});
}

void OlderSearchTest::anotherFilterEndsIt()
{
    capture(1, 20);
    filter();
    answer(decision, 21, 1'000);
    const link::CommandId old = m_link->lastId<link::SearchFrames>();
    m_model->setFilter(ui::FrameFilter(u"\"o\""_s));
    m_search->begin(m_model->filter().text(), decision + 1);
    QCOMPARE(m_link->last<link::CancelSearch>()->search, old);
    const QList<quint64> before = listed();
    answer(old, 11, 7); // it was on its way
    QCOMPARE(listed(), before);
}

void OlderSearchTest::nothingIsAskedForWhereNothingIsOlder()
{
    capture(1, 9);
    filter();
    answer(decision, 10, 1'000);
    QCOMPARE(m_link->last<link::SearchFrames>(), nullptr);
    QCOMPARE(listed(), (QList<quint64>{3, 6, 9}));
}

void OlderSearchTest::whatWasClearedDoesNotComeBack()
{
    capture(1, 20);
    m_model->clear();
    capture(21, 24);
    filter();
    answer(decision, 25, 1'000);
    QCOMPARE(m_link->last<link::SearchFrames>(), nullptr);
    QCOMPARE(listed(), (QList<quint64>{21, 24}));
}

void OlderSearchTest::rowsUnfoldWhereverTheyStand()
{
    capture(1, 20);
    filter();
    answer(decision, 21, 1'000);
    link::FramesFound found;
    found.search = m_link->lastId<link::SearchFrames>();
    found.rows = {routed(9, 18, 2), routed(6, 17, 1)};
    m_search->take(found);
    const QModelIndex top = m_model->indexOf(9);
    QCOMPARE(top.row(), 1);
    m_model->fetchMore(top);
    link::FrameDetail detail;
    detail.number = 9;
    detail.deliveries = {{ClientId(4)}, {ClientId(5)}};
    m_model->setDetail(detail);
    QCOMPARE(m_model->rowCount(top), 2);
    const QPersistentModelIndex below = m_model->index(1, 0, top);
    found.rows = {rowOf(3)};
    found.finished = true;
    m_search->take(found);
    QCOMPARE(below.parent().row(), 2); // one came in front
    QCOMPARE(m_model->frame(below).number, quint64{9});
}

SIGNALBOX_TEST(OlderSearchTest)
#include "older_search_test.moc"
