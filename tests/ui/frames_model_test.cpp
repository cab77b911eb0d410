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
    void keepsADeliveryOnceThatComesTwice();
    void pauseHoldsWhatComes();
    void pauseHoldsAtMostTheLimit();
    void clearedRowsStayInTheLedger();
    void findsARowByItsNumber();
    void saysWhoClaimsToBeSomebodyElse();
    void unfoldsAHandshakeIntoItsLines();
    void boundsTheLinesOfAHandshake();
    void saysHowManyFragmentsAMessageHas();
    void fragmentsOfTwoClientsDoNotMix();
    void deliveriesSayWhenTheyWereConfirmed();
    void showsHostileNamesAsText_data();
    void showsHostileNamesAsText();
    void saysEachRowInASentence();

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
    model.setDeliveries(2,
                        {{ClientId(4), DeliveryState::Sent, 0}, {ClientId(5), DeliveryState::Queued, 9'626}});
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

void FramesModelTest::keepsADeliveryOnceThatComesTwice()
{
    FramesModel model(m_names);
    model.append(batch({routed(1, 18, 1)}, 1));
    model.fetchMore(model.index(0, 0));
    link::FrameBatch later = frames(2, 2);
    later.deliveries.push_back({MessageId(18), {{ClientId(4), DeliveryState::Sent, 0}}});
    model.append(later);
    model.setDeliveries(1, {{ClientId(4), DeliveryState::Sent, 0}, {ClientId(5), DeliveryState::Sent, 0}});
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

void FramesModelTest::saysWhoClaimsToBeSomebodyElse()
{
    FramesModel model(m_names);
    link::FrameRow row = routed(1, 18, 1);
    row.claimedUser = "rstrahl";
    model.append(batch({row}, 1));
    QCOMPARE(model.index(0, FramesModel::FromColumn).data().toString(),
             QStringLiteral("⚠ says rstrahl, connected as ann c3"));
    QVERIFY(model.index(0, 0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(QStringLiteral("says rstrahl, connected as ann c3")));
}

void FramesModelTest::unfoldsAHandshakeIntoItsLines()
{
    FramesModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    link::FrameRow row = frame(1);
    row.kind = link::RowKind::Opened;
    model.append(batch({row}, 1));
    const QModelIndex top = model.index(0, 0);
    QVERIFY(model.hasChildren(top));
    QSignalSpy wanted(&model, &FramesModel::detailWanted);
    model.fetchMore(top);
    link::FrameDetail detail;
    detail.number = 1;
    detail.kept = true;
    detail.handshakeRequest = "GET /ws HTTP/1.1\r\nHost: <b>x</b>\r\n\r\n";
    detail.handshakeResponse = "HTTP/1.1 101 Switching Protocols\r\n\r\n";
    model.setDetail(detail);
    model.setDetail(detail); // an answer that comes twice
    QCOMPARE(model.rowCount(top), 3);
    const auto cell = [&model, top](int line, int column) {
        return model.index(line, column, top).data().toString();
    };
    QCOMPARE(cell(0, FramesModel::ToColumn), QStringLiteral("↓ request"));
    QCOMPARE(cell(0, FramesModel::SummaryColumn), QStringLiteral("GET /ws HTTP/1.1"));
    QCOMPARE(cell(1, FramesModel::ToColumn), QString());
    QCOMPARE(cell(1, FramesModel::SummaryColumn), QStringLiteral("Host: <b>x</b>"));
    QCOMPARE(cell(2, FramesModel::ToColumn), QStringLiteral("↑ response"));
    QCOMPARE(model.index(1, 0, top).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("request: Host: <b>x</b>"));
    QCOMPARE(model.delivery(model.index(1, 0, top)), nullptr);
    QCOMPARE(model.frame(model.index(1, 0, top)).number, 1U);
}

void FramesModelTest::boundsTheLinesOfAHandshake()
{
    FramesModel model(m_names);
    link::FrameRow row = frame(1);
    row.kind = link::RowKind::Refused;
    model.append(batch({row}, 1));
    model.fetchMore(model.index(0, 0));
    link::FrameDetail detail;
    detail.number = 1;
    detail.handshakeRequest = QByteArray("a: b\r\n").repeated(10'000);
    model.setDetail(detail);
    QCOMPARE(model.rowCount(model.index(0, 0)), 200);
}

void FramesModelTest::saysHowManyFragmentsAMessageHas()
{
    FramesModel model(m_names);
    const QAbstractItemModelTester tester(&model);
    const auto fragment = [](quint64 number, quint32 place, bool isLast) {
        link::FrameRow row = frame(number);
        row.fragment = place;
        row.header.fin = isLast;
        row.header.opcode = place == 1 ? websocket::Opcode::Text : websocket::Opcode::Continuation;
        return row;
    };
    const auto type = [&model](int row) {
        return model.index(row, FramesModel::TypeColumn).data().toString();
    };
    link::FrameRow ping = frame(2);
    ping.header.opcode = websocket::Opcode::Ping; // may come in between (RFC 6455 §5.4)
    model.append(batch({fragment(1, 1, false), ping, fragment(3, 2, false)}, 3));
    QCOMPARE(type(0), QStringLiteral("≡ text ⋯1"));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.append(batch({fragment(4, 3, true), fragment(5, 1, false)}, 5));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 0);
    QCOMPARE(type(0), QStringLiteral("≡ text ⋯1/3"));
    QCOMPARE(type(2), QStringLiteral("⋯2/3 continuation"));
    QCOMPARE(type(3), QStringLiteral("⋯3/3 continuation"));
    QCOMPARE(type(4), QStringLiteral("≡ text ⋯1"));
    QVERIFY(model.index(2, 0).data(Qt::AccessibleTextRole).toString().contains(u", 2/3 continuation,"));
}

void FramesModelTest::fragmentsOfTwoClientsDoNotMix()
{
    FramesModel model(m_names);
    link::FrameRow one = frame(1);
    one.fragment = 1;
    one.header.fin = false;
    link::FrameRow other = one;
    other.number = 2;
    other.client = ClientId(4);
    link::FrameRow end = frame(3);
    end.client = ClientId(4);
    end.fragment = 2;
    model.append(batch({one, other, end}, 3));
    QCOMPARE(model.index(0, FramesModel::TypeColumn).data().toString(), QStringLiteral("≡ text ⋯1"));
    QCOMPARE(model.index(1, FramesModel::TypeColumn).data().toString(), QStringLiteral("≡ text ⋯1/2"));
}

void FramesModelTest::deliveriesSayWhenTheyWereConfirmed()
{
    FramesModel model(m_names);
    model.append(batch({routed(1, 18, 2)}, 1));
    const QModelIndex top = model.index(0, 0);
    model.fetchMore(top);
    model.setDeliveries(1,
                        {{ClientId(4), DeliveryState::Sent, 0}, {ClientId(5), DeliveryState::Queued, 9'626}});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.addProgress(
        {MessageId(18), {{ClientId(4), link::DeliveryStage::Confirmed, std::chrono::milliseconds(4)}}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(0, FramesModel::TypeColumn, top).data().toString(), QStringLiteral("✓ confirmed"));
    QCOMPARE(model.index(0, FramesModel::SummaryColumn, top).data().toString(),
             QStringLiteral("✓ confirmed after 4.0 ms"));
    QCOMPARE(model.index(1, FramesModel::TypeColumn, top).data().toString(), QStringLiteral("◐ queued"));
    model.addProgress({MessageId(99), {}}); // not in the list
}

void FramesModelTest::showsHostileNamesAsText_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("markup") << QByteArray("<img src=x>");
    QTest::newRow("5,000 characters") << QByteArray(5'000, 'x');
    QTest::newRow("right to left") << QByteArray("שלום");
    QTest::newRow("overrides the direction") << QByteArray("a\xe2\x80\xae"
                                                           "b");
    QTest::newRow("lines") << QByteArray("a\nb\tc");
}

void FramesModelTest::showsHostileNamesAsText()
{
    QFETCH(const QByteArray, name);
    FramesModel model(m_names);
    link::FrameRow row = routed(1, 18, 1);
    row.user = row.action = row.target = row.claimedUser = name;
    model.append(batch({row}, 1));
    for (int column = 0; column < FramesModel::ColumnCount; ++column) {
        const QModelIndex cell = model.index(0, column);
        const QString text = cell.data().toString();
        QVERIFY(text.size() < 1'000);
        QVERIFY(!text.contains(u'\n') && !text.contains(u'\u202e'));
        QVERIFY(!cell.data(Qt::ToolTipRole).toString().contains(u"<img"));
        if (const qsizetype hebrew = text.indexOf(u'ש'); hebrew >= 0) { // so that the row keeps its order
            QCOMPARE(text[hebrew - 1], u'\u2068');
            QVERIFY(text.indexOf(u'\u2069') > hebrew);
        }
    }
}

void FramesModelTest::saysEachRowInASentence()
{
    FramesModel model(m_names);
    link::FrameRow text = frame(812, QByteArray(214, 'x'));
    link::FrameRow joined = frame(813);
    joined.kind = link::RowKind::Joined;
    joined.target = "red";
    model.append(batch({text, joined}, 813));
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("frame 812, from ann c3, to broker, text, 214 bytes"));
    QCOMPARE(model.index(1, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("frame 813, from ann c3, to red, joined"));
}

SIGNALBOX_TEST(FramesModelTest)
#include "frames_model_test.moc"
