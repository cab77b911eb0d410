// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/client_names.h"
#include "ui/models/frames_model.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace signalbox;
using namespace signalbox::tests;
using ui::FramesModel;

/// What the list says in its cells, and below its rows.
class FrameCellsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
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

void FrameCellsTest::saysWhoClaimsToBeSomebodyElse()
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

void FrameCellsTest::unfoldsAHandshakeIntoItsLines()
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

void FrameCellsTest::boundsTheLinesOfAHandshake()
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

void FrameCellsTest::saysHowManyFragmentsAMessageHas()
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

void FrameCellsTest::fragmentsOfTwoClientsDoNotMix()
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

void FrameCellsTest::deliveriesSayWhenTheyWereConfirmed()
{
    FramesModel model(m_names);
    model.append(batch({routed(1, 18, 2)}, 1));
    const QModelIndex top = model.index(0, 0);
    model.fetchMore(top);
    model.setDetail(
        detailOf(1, {{ClientId(4), DeliveryState::Sent, 0}, {ClientId(5), DeliveryState::Queued, 9'626}}));
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

void FrameCellsTest::showsHostileNamesAsText_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("markup") << QByteArray("<img src=x>");
    QTest::newRow("5,000 characters") << QByteArray(5'000, 'x');
    QTest::newRow("right to left") << QByteArray("שלום");
    QTest::newRow("overrides the direction") << QByteArray("a\xe2\x80\xae"
                                                           "b");
    QTest::newRow("lines") << QByteArray("a\nb\tc");
}

void FrameCellsTest::showsHostileNamesAsText()
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

void FrameCellsTest::saysEachRowInASentence()
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
             QStringLiteral("frame 813, from ann c3, to group red, joined"));
}

SIGNALBOX_TEST(FrameCellsTest)
#include "frame_cells_test.moc"
