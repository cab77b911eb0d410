// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/client_names.h"
#include "ui/models/frames_model.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using ui::FrameFilter;
using ui::FramesModel;

class FramesModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void appendsABatchAsOneInsertion();
    void evictsWhatIsNoLongerKeptAsOneRemoval();
    void holdsAtMostItsLimit();
    void showsOnlyTheEndOfABatchOverItsLimit();
    void filtersWhileAppending();
    void filterNeverHidesAGap();
    void takesAFilterAway();
    void evictsHiddenRowsToo();
    void unfoldsAMessageIntoItsDeliveries();
    void countsDeliveriesOfAFoldedMessage();
    void showsWhatBecameOfAQueuedDelivery();
    void keepsADeliveryOnceThatComesTwice();
    void pauseHoldsWhatComes();
    void pauseHoldsAtMostTheLimit();
    void clearedRowsStayInTheLedger();
    void findsARowByItsNumber();
    void aConversationHoldsWhatWasSentToTheClient();
    void aDeliveryThatComesLateBringsItsRow();
    void aDeliveryThatComesLateTakesItsRowAway();
    void whatCaptureTakesBackGoes();
    void theOldestRecipientsAreForgottenFirst();

private:
    ui::ClientNames m_names;
};

void FramesModelTest::appendsABatchAsOneInsertion()
{
    FramesModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy shown(&model, &FramesModel::rowsShown);
    model.append(frames(1, 1'000));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown[0][0].toInt(), 1'000);
    QCOMPARE(model.rowCount(), 1'000);
    QCOMPARE(model.index(999, FramesModel::NumberColumn).data().toString(), QStringLiteral("1,000"));
    QCOMPARE(model.index(0, FramesModel::FromColumn).data().toString(), QStringLiteral("ann c3"));
    QCOMPARE(model.index(0, FramesModel::TypeColumn).data().toString(), QStringLiteral("≡ text"));
}

void FramesModelTest::evictsWhatIsNoLongerKeptAsOneRemoval()
{
    FramesModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    model.append(frames(1, 10));
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    link::FrameBatch next = frames(11, 12);
    next.firstKept = 8;
    model.append(next);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(model.frame(model.index(0, 0)).number, 8U);
    QCOMPARE(model.ledger().notKept, 7U);
    QCOMPARE(model.ledger().shown, 5U);
}

void FramesModelTest::holdsAtMostItsLimit()
{
    FramesModel model(m_names, 100);
    const QAbstractItemModelTester tester(&model);
    model.append(frames(1, 80));
    model.append(frames(81, 150));
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(model.frame(model.index(0, 0)).number, 51U);
    QCOMPARE(model.ledger().notKept, 50U);
}

void FramesModelTest::showsOnlyTheEndOfABatchOverItsLimit()
{
    FramesModel model(m_names, 10);
    const QAbstractItemModelTester tester(&model);
    model.append(frames(1, 5));
    model.append(frames(6, 40));
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.frame(model.index(9, 0)).number, 40U);
}

void FramesModelTest::filtersWhileAppending()
{
    FramesModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    model.setFilter(FrameFilter(QStringLiteral("PRICE ann")));
    model.append(batch({frame(1, "price 12"), frame(2, "weather"), frame(3, "the Price")}, 3));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.frame(model.index(1, 0)).number, 3U);
    QCOMPARE(model.ledger().shown, 2U);
    QCOMPARE(model.ledger().hidden, 1U);
    QCOMPARE(model.ledger().notKept, 0U);
}

void FramesModelTest::filterNeverHidesAGap()
{
    FramesModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    model.setFilter(FrameFilter(QStringLiteral("nothing like this")));
    link::FrameRow gap = frame(2);
    gap.kind = link::RowKind::Gap;
    gap.gapRows = 312;
    model.append(batch({frame(1), gap, frame(315)}, 315));
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.index(0, FramesModel::SummaryColumn)
                .data()
                .toString()
                .startsWith(QStringLiteral("312 frames not kept")));
    QCOMPARE(model.ledger().shown, 0U);
    QCOMPARE(model.ledger().hidden, 2U);
    QCOMPARE(model.ledger().notKept, 313U);
}

void FramesModelTest::takesAFilterAway()
{
    FramesModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    model.append(batch({frame(1, "a"), frame(2, "b"), frame(3, "a")}, 3));
    model.setFilter(FrameFilter(QStringLiteral("b")));
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.isFiltered());
    model.setFilter({});
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(!model.isFiltered());
}

void FramesModelTest::evictsHiddenRowsToo()
{
    FramesModel model(m_names, 4);
    const QAbstractItemModelTester tester(&model);
    model.setFilter(FrameFilter(QStringLiteral("b")));
    model.append(batch({frame(1, "a"), frame(2, "b"), frame(3, "a"), frame(4, "b")}, 4));
    model.append(batch({frame(5, "a"), frame(6, "a"), frame(7, "a")}, 7));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.frame(model.index(0, 0)).number, 4U);
    QCOMPARE(model.ledger().hidden, 3U);
    QCOMPARE(model.ledger().notKept, 3U);
}

void FramesModelTest::unfoldsAMessageIntoItsDeliveries()
{
    FramesModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    QSignalSpy wanted(&model, &FramesModel::detailWanted);
    model.append(batch({frame(1), routed(2, 18, 2)}, 2));
    const QModelIndex message = model.index(1, 0);
    QVERIFY(!model.hasChildren(model.index(0, 0)));
    QVERIFY(model.hasChildren(message));
    model.fetchMore(message); // the tester may have asked before
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].toULongLong(), 2U);
    model.setDetail(
        detailOf(2, {{ClientId(4), DeliveryState::Sent, 0}, {ClientId(5), DeliveryState::Queued, 9'626}}));
    QCOMPARE(model.rowCount(message), 2);
    const QModelIndex second = model.index(1, FramesModel::SummaryColumn, message);
    QCOMPARE(second.data().toString(), QStringLiteral("◐ queued, 9.4 KB"));
    QCOMPARE(model.frame(second).number, 2U);
    link::FrameBatch later = frames(3, 3);
    later.deliveries.push_back({MessageId(18), {{ClientId(6), DeliveryState::DroppedSlow, 0}}});
    model.append(later);
    QCOMPARE(model.rowCount(message), 3);
    QCOMPARE(model.frame(message).deliveries, (DeliveryCounts{3, 2, 0, 1}));
}

void FramesModelTest::countsDeliveriesOfAFoldedMessage()
{
    FramesModel model(m_names);
    model.append(batch({routed(1, 18)}, 1));
    QCOMPARE(model.index(0, FramesModel::ToColumn).data().toString(), QStringLiteral("group red (0)"));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    link::FrameBatch later = frames(2, 2);
    later.deliveries.push_back({MessageId(18), {{ClientId(4), DeliveryState::Sent, 0}}});
    later.deliveries.push_back({MessageId(18), {{ClientId(5), DeliveryState::Sent, 0}}});
    later.deliveries.push_back({MessageId(99), {{ClientId(5), DeliveryState::Sent, 0}}}); // not in the list
    model.append(later);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(0, FramesModel::ToColumn).data().toString(), QStringLiteral("group red (2)"));
    QCOMPARE(model.rowCount(model.index(0, 0)), 0);
}

void FramesModelTest::showsWhatBecameOfAQueuedDelivery()
{
    FramesModel model(m_names);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append(batch({routed(1, 18, 1)}, 1));
    const QModelIndex message = model.index(0, 0);
    model.fetchMore(message);
    link::FrameBatch queued = frames(2, 2);
    queued.deliveries.push_back({MessageId(18), {{ClientId(4), DeliveryState::Queued, 900'000}}});
    model.append(queued);
    const QModelIndex outcome = model.index(0, FramesModel::SummaryColumn, message);
    QVERIFY(outcome.data().toString().contains(QStringLiteral("queued")));
    QCOMPARE(model.frame(message).deliveries, (DeliveryCounts{2, 1, 1, 0}));

    link::FrameBatch settled = frames(3, 3);
    settled.deliveries.push_back({MessageId(18), {{ClientId(4), DeliveryState::Sent, 0}}, true});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.append(settled);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(model.rowCount(message), 1);
    QVERIFY(!outcome.data().toString().contains(QStringLiteral("queued")));
    QCOMPARE(model.index(0, FramesModel::TypeColumn, message).data().toString(), QStringLiteral("● sent"));
    QCOMPARE(model.frame(message).deliveries, (DeliveryCounts{2, 2, 0, 0}));
}

void FramesModelTest::keepsADeliveryOnceThatComesTwice()
{
    FramesModel model(m_names);
    model.append(batch({routed(1, 18, 1)}, 1));
    model.fetchMore(model.index(0, 0));
    link::FrameBatch later = frames(2, 2);
    later.deliveries.push_back({MessageId(18), {{ClientId(4), DeliveryState::Sent, 0}}});
    model.append(later);
    model.setDetail(
        detailOf(1, {{ClientId(4), DeliveryState::Sent, 0}, {ClientId(5), DeliveryState::Sent, 0}}));
    QCOMPARE(model.rowCount(model.index(0, 0)), 2);
}

void FramesModelTest::pauseHoldsWhatComes()
{
    FramesModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    model.append(frames(1, 3));
    model.setPaused(true);
    link::FrameBatch next = frames(4, 9);
    next.firstKept = 3;
    model.append(next);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.ledger().captured, 9U);
    QCOMPARE(model.ledger().waiting, 6U);
    QCOMPARE(model.ledger().notKept, 0U);
    model.setPaused(false);
    QCOMPARE(model.rowCount(), 7);
    QCOMPARE(model.ledger().waiting, 0U);
    QCOMPARE(model.ledger().notKept, 2U);
}

void FramesModelTest::pauseHoldsAtMostTheLimit()
{
    FramesModel model(m_names, 10);
    model.setPaused(true);
    for (quint64 first = 1; first < 100; first += 4) {
        model.append(frames(first, first + 3));
    }
    QVERIFY(model.ledger().waiting < 14);
    QCOMPARE(model.ledger().captured, 100U);
    model.setPaused(false);
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.frame(model.index(9, 0)).number, 100U);
    QCOMPARE(model.ledger().notKept, 90U);
}

void FramesModelTest::clearedRowsStayInTheLedger()
{
    FramesModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    model.append(frames(1, 5));
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    model.append(frames(6, 7));
    const ui::ViewLedger ledger = model.ledger();
    QCOMPARE(ledger.cleared, 5U);
    QCOMPARE(ledger.captured,
             ledger.shown + ledger.hidden + ledger.waiting + ledger.cleared + ledger.notKept);
}

void FramesModelTest::findsARowByItsNumber()
{
    FramesModel model(m_names);
    model.append(frames(5, 9));
    QCOMPARE(model.indexOf(7).row(), 2);
    QVERIFY(!model.indexOf(4).isValid());
    QVERIFY(!model.indexOf(10).isValid());
}

void FramesModelTest::aConversationHoldsWhatWasSentToTheClient()
{
    m_names.learn(client(4, "bob"));
    FramesModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    link::FrameBatch rows = batch({frame(1), routed(2, 18), routed(3, 19)}, 3);
    rows.deliveries.push_back({MessageId(18), {{ClientId(4), DeliveryState::Sent, 0}}});
    rows.deliveries.push_back({MessageId(19), {{ClientId(44), DeliveryState::DroppedSlow, 0}}});
    model.setFilter(FrameFilter(QStringLiteral("with:c4")));
    model.append(rows);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.frame(model.index(0, 0)).number, 2U);
    QVERIFY(model.concerns(model.index(0, 0), ClientId(4)));
    QVERIFY(!model.concerns(model.index(0, 0), ClientId(44)));
    const auto shown = [&model](const QString& text) {
        model.setFilter(FrameFilter(text));
        return model.rowCount();
    };
    QCOMPARE(shown(QStringLiteral("with:BOB")), 1);
    QCOMPARE(shown(QStringLiteral("with:c44")), 1);
    QCOMPARE(shown(QStringLiteral("-with:c4")), 2);
    QCOMPARE(shown(QStringLiteral("with:ann")), 3); // who sent them all
    QCOMPARE(shown(QStringLiteral("with:c5")), 0);
}

void FramesModelTest::aDeliveryThatComesLateBringsItsRow()
{
    FramesModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    link::FrameRow own = frame(3);
    own.client = ClientId(4);
    model.setFilter(FrameFilter(QStringLiteral("with:c4")));
    model.append(batch({frame(1), routed(2, 18), own}, 3));
    QCOMPARE(model.rowCount(), 1);
    link::FrameBatch later = frames(4, 4);
    later.deliveries.push_back({MessageId(18), {{ClientId(4), DeliveryState::Sent, 0}}});
    model.append(later);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.frame(model.index(0, 0)).number, 2U);
    QCOMPARE(model.ledger().shown, 2U);
    QCOMPARE(model.ledger().hidden, 2U);
}

void FramesModelTest::aDeliveryThatComesLateTakesItsRowAway()
{
    FramesModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    model.setFilter(FrameFilter(QStringLiteral("not to.client == c4")));
    model.append(batch({frame(1), routed(2, 18), routed(3, 19)}, 3));
    QCOMPARE(model.rowCount(), 3);
    link::FrameBatch later = frames(4, 4);
    later.deliveries.push_back({MessageId(18), {{ClientId(4), DeliveryState::Sent, 0}}});
    later.deliveries.push_back({MessageId(19), {{ClientId(5), DeliveryState::Sent, 0}}});
    model.append(later);
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(!model.indexOf(2).isValid());
    QVERIFY(model.indexOf(3).isValid());
    QCOMPARE(model.ledger().shown, 3U);
    QCOMPARE(model.ledger().hidden, 1U);
}

void FramesModelTest::whatCaptureTakesBackGoes()
{
    FramesModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    model.setFilter(FrameFilter(QStringLiteral("not to.client == c4")));
    model.setFilterCommand(7);
    model.append(frames(1, 3));
    QCOMPARE(model.rowCount(), 3);
    link::FrameBatch later;
    later.failing = {1};
    later.filter = 6; // an older filter's
    model.append(later);
    QCOMPARE(model.rowCount(), 3);
    later.filter = 7;
    model.append(later);
    QCOMPARE(model.rowCount(), 2);
    model.setPaused(true);
    later.failing = {3};
    model.append(later);
    QCOMPARE(model.rowCount(), 2);
    model.setPaused(false);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.frame(model.index(0, 0)).number, 2U);
}

void FramesModelTest::theOldestRecipientsAreForgottenFirst()
{
    FramesModel model(m_names);
    link::FrameBatch rows = batch({routed(1, 18), routed(2, 19)}, 2);
    rows.deliveries.push_back({MessageId(18), {{ClientId(4), DeliveryState::Sent, 0}}});
    rows.deliveries.push_back({MessageId(19), std::vector<Delivery>(ui::FrameLog::maxRecipients,
                                                                    {ClientId(4), DeliveryState::Sent, 0})});
    model.append(rows);
    QVERIFY(!model.concerns(model.index(0, 0), ClientId(4)));
    QVERIFY(model.concerns(model.index(1, 0), ClientId(4)));
}

SIGNALBOX_TEST(FramesModelTest)
#include "frames_model_test.moc"
