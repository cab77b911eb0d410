// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/models/client_names.h"
#include "ui/models/command_sender.h"
#include "ui/models/frames_model.h"
#include "ui/widgets/frame_actions.h"
#include "ui/widgets/frame_acts.h"
#include "ui/widgets/frame_filtering.h"
#include "ui/widgets/frames_tree.h"
#include "ui/widgets/frames_view.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtTest/QtTest>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;

namespace {

/// What FrameActs acts on, as in the window.
struct Desk {
    TestLink link;
    CommandSender commands{link};
    FrameActions actions;
    ClientNames names;
    FramesModel model{names, 1'000};
    FramesView view{model};
    QLineEdit field;
    FrameFiltering filtering{field, view, model};
    FrameActs acts{
        {view, model, filtering, commands, actions, [] { return QByteArray("ws://127.0.0.1:5210"); }}};

    void select(int row) { view.tree().setCurrentIndex(model.index(row, 0)); }
    [[nodiscard]] int current() const { return const_cast<Desk*>(this)->view.tree().currentIndex().row(); }
};

QAction* entry(const QMenu& menu, const QString& start)
{
    for (QAction* action : menu.actions()) {
        if (action->menu() != nullptr) {
            if (QAction* found = entry(*action->menu(), start)) {
                return found;
            }
        }
        if (action->text().startsWith(start)) {
            return action;
        }
    }
    return nullptr;
}

} // namespace

class FrameActsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }
    void marksAndFindsMarks();
    void ignoresAndCountsFromARow();
    void stepsThroughTheConversation();
    void filtersToWhatTheRowIs_data();
    void filtersToWhatTheRowIs();
    void leavesOutWhatTheRowIs();
    void appliesWhatTheCellSays_data();
    void appliesWhatTheCellSays();
    void preparesAFilterWithoutApplyingIt();
    void aFaultLeavesTheListAsItWas();
    void showsAConversation();
    void selectsARangeFromRowToRow();
    void theChipTakesTheRangeAway();
    void clearTakesAllOfTheFilterAway();
    void copiesARowAsItStands();
    void copiesPayloadJsonAndHex();
    void saysThatAFrameIsGone();
    void copiesTheRequestThatAMessageCameWith();
    void copiesNoCommandOfAFrame();
    void goesFromAMessageToItsRequest();
    void theMenuOffersWhatTheRowHas();
    void theMenuWishesForWhatIsDoneElsewhere();
    void aHostileNameIsTextInTheMenu();
    void nothingHappensWithoutARow();

private:
    std::unique_ptr<Desk> m_desk;
};

void FrameActsTest::init()
{
    m_desk = std::make_unique<Desk>();
    m_desk->view.resize(900, 400);
    m_desk->view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&m_desk->view));
    std::vector<link::FrameRow> rows = frames(1, 10).rows;
    rows[4] = routed(5, 18); // its delivery comes with the batch
    rows[6].client = ClientId(4);
    rows[6].user = "bob";
    link::FrameBatch all = batch(rows, 10);
    all.deliveries.push_back({MessageId(18), {{ClientId(4), DeliveryState::Sent, 0}}});
    m_desk->model.append(all);
}

void FrameActsTest::marksAndFindsMarks()
{
    m_desk->select(2);
    m_desk->actions.markFrame->trigger();
    m_desk->select(8);
    m_desk->actions.markFrame->trigger();
    m_desk->actions.nextMark->trigger();
    QCOMPARE(m_desk->current(), 2);
    m_desk->actions.previousMark->trigger();
    QCOMPARE(m_desk->current(), 8);
}

void FrameActsTest::ignoresAndCountsFromARow()
{
    m_desk->select(2);
    m_desk->actions.ignoreFrame->trigger();
    QVERIFY(m_desk->model.marks().isIgnored(3));
    m_desk->view.selectPrevious();
    m_desk->view.selectNext();
    QCOMPARE(m_desk->current(), 3);
    m_desk->actions.timeReference->trigger();
    QCOMPARE(m_desk->model.marks().reference()->number, 4U);
}

void FrameActsTest::stepsThroughTheConversation()
{
    m_desk->select(5);
    m_desk->actions.nextInConversation->trigger(); // row 6 is bob's
    QCOMPARE(m_desk->current(), 7);
    m_desk->actions.previousInConversation->trigger();
    QCOMPARE(m_desk->current(), 5);
    m_desk->select(6);
    m_desk->actions.nextInConversation->trigger(); // there is none
    QCOMPARE(m_desk->current(), 6);
    m_desk->actions.previousInConversation->trigger(); // ann's message went to bob
    QCOMPARE(m_desk->current(), 4);
    m_desk->actions.nextInConversation->trigger(); // and it is bob's that is followed
    QCOMPARE(m_desk->current(), 6);
}

void FrameActsTest::filtersToWhatTheRowIs_data()
{
    QTest::addColumn<int>("act");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("rows");
    QTest::newRow("from") << 0 << QStringLiteral("from == \"ann\"") << 9;
    QTest::newRow("to") << 1 << QStringLiteral("to == \"group red\"") << 1;
    QTest::newRow("action") << 2 << QStringLiteral("action == \"say\"") << 1;
    QTest::newRow("opcode") << 3 << QStringLiteral("type == text") << 10;
}

void FrameActsTest::filtersToWhatTheRowIs()
{
    QFETCH(const int, act);
    m_desk->select(4);
    m_desk->actions.filterTo[act]->trigger();
    QTEST(m_desk->field.text(), "text");
    QTEST(m_desk->model.rowCount(), "rows");
}

void FrameActsTest::leavesOutWhatTheRowIs()
{
    m_desk->field.setText(QStringLiteral("hello"));
    m_desk->select(6);
    m_desk->actions.filterOut[0]->trigger();
    QCOMPARE(m_desk->field.text(), QStringLiteral("hello and not from == \"bob\""));
    QCOMPARE(m_desk->model.rowCount(), 8);
}

void FrameActsTest::appliesWhatTheCellSays_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("composition");
    QTest::addColumn<QString>("text");
    const auto add = [](const char* name, int row, FramesModel::Column column, int composition,
                        const char* text) {
        QTest::newRow(name) << row << static_cast<int>(column) << composition << QString::fromLatin1(text);
    };
    add("selected", 6, FramesModel::FromColumn, 0, "from == \"bob\"");
    add("not", 6, FramesModel::FromColumn, 1, "not from == \"bob\"");
    add("and", 6, FramesModel::TypeColumn, 2, "hello and type == text");
    add("or", 6, FramesModel::LengthColumn, 3, "hello or length == 5");
    add("and not", 6, FramesModel::NumberColumn, 4, "hello and not number == 7");
    add("or not", 6, FramesModel::DirectionColumn, 5, "hello or not direction == received");
    add("a payload", 6, FramesModel::SummaryColumn, 0, "payload contains \"hello\"");
    add("an action", 4, FramesModel::ActionColumn, 0, "action == \"say\"");
    add("a target", 4, FramesModel::ToColumn, 0, "to == \"group red\"");
    add("a time says nothing", 4, FramesModel::TimeColumn, 0, "hello");
}

void FrameActsTest::appliesWhatTheCellSays()
{
    QFETCH(const int, row);
    QFETCH(const int, column);
    QFETCH(const int, composition);
    QFETCH(const QString, text);
    m_desk->field.setText(QStringLiteral("hello"));
    m_desk->view.tree().setCurrentIndex(m_desk->model.index(row, column));
    m_desk->actions.applyFilter[composition]->trigger();
    QCOMPARE(m_desk->field.text(), text);
    QVERIFY(!m_desk->filtering.reading().fault);
}

void FrameActsTest::preparesAFilterWithoutApplyingIt()
{
    m_desk->view.tree().setCurrentIndex(m_desk->model.index(6, FramesModel::FromColumn));
    m_desk->actions.prepareFilter[0]->trigger();
    QCOMPARE(m_desk->field.text(), QStringLiteral("from == \"bob\""));
    QVERIFY(!m_desk->model.isFiltered());
    QSignalSpy applied(&m_desk->filtering, &FrameFiltering::applied);
    QTest::keyClick(&m_desk->field, Qt::Key_Return);
    QCOMPARE(m_desk->model.rowCount(), 1);
    QCOMPARE(applied.size(), 1);
}

void FrameActsTest::aFaultLeavesTheListAsItWas()
{
    m_desk->filtering.setTo(QStringLiteral("from == bob"));
    QCOMPARE(m_desk->model.rowCount(), 1);
    m_desk->filtering.setTo(QStringLiteral("from == bob and opcod == text"));
    QCOMPARE(m_desk->model.rowCount(), 1);
    QVERIFY(m_desk->filtering.reading().fault.has_value());
    QVERIFY(m_desk->filtering.reading().meaning.contains(QStringLiteral("opcode")));
}

void FrameActsTest::showsAConversation()
{
    m_desk->field.setText(QStringLiteral("something else"));
    m_desk->select(6);
    m_desk->actions.showConversation->trigger();
    QCOMPARE(m_desk->field.text(), QStringLiteral("with:c4"));
    QCOMPARE(m_desk->model.rowCount(), 2); // and the message that it got
}

void FrameActsTest::selectsARangeFromRowToRow()
{
    m_desk->select(2);
    m_desk->actions.rangeFromHere->trigger();
    QCOMPARE(m_desk->model.rowCount(), 8);
    m_desk->select(4);
    m_desk->actions.rangeToHere->trigger();
    QCOMPARE(m_desk->model.rowCount(), 5);
    QCOMPARE(m_desk->view.range(), std::optional(TimeRange{frame(3).time, frame(7).time}));
    QVERIFY(m_desk->view.rangeChip().isVisible());
}

void FrameActsTest::theChipTakesTheRangeAway()
{
    m_desk->view.setRange(TimeRange{frame(2).time, frame(3).time});
    QCOMPARE(m_desk->model.rowCount(), 2);
    QVERIFY(m_desk->view.rangeChip().text().endsWith(u"×"));
    QTest::mouseClick(&m_desk->view.rangeChip(), Qt::LeftButton);
    QCOMPARE(m_desk->model.rowCount(), 10);
    QVERIFY(!m_desk->view.rangeChip().isVisible());
}

void FrameActsTest::clearTakesAllOfTheFilterAway()
{
    m_desk->field.setText(QStringLiteral("from:bob"));
    m_desk->view.setRange(TimeRange{frame(2).time, frame(3).time});
    QCOMPARE(m_desk->model.rowCount(), 0);
    m_desk->filtering.clear();
    QCOMPARE(m_desk->model.rowCount(), 10);
    QVERIFY(!m_desk->model.isFiltered());
}

void FrameActsTest::copiesARowAsItStands()
{
    m_desk->select(4);
    m_desk->view.resize(2'000, 400);
    m_desk->view.tree().setColumnHidden(FramesModel::TimeColumn, true);
    QTest::keyClick(&m_desk->view.tree(), Qt::Key_C, Qt::ControlModifier);
    const QStringList cells = QGuiApplication::clipboard()->text().split(u'\t');
    QCOMPARE(cells.size(), FramesModel::ColumnCount - 2); // the way is hidden, too, at first
    QCOMPARE(cells.first(), QStringLiteral("5"));
    QVERIFY(cells.contains(QStringLiteral("ann c3")));
    QVERIFY(cells.contains(QStringLiteral("group red (1)")));
}

void FrameActsTest::copiesPayloadJsonAndHex()
{
    m_desk->select(4);
    link::FrameDetail detail;
    detail.number = 5;
    detail.kept = true;
    detail.row = routed(5, 18, 2);
    detail.payload = R"({"a":"ä"})";
    const auto copied = [this, &detail](QAction* action) {
        action->trigger();
        const TestLink::Sent sent = m_desk->link.commands.back();
        m_desk->commands.deliver({sent.id, detail});
        return QGuiApplication::clipboard()->text();
    };
    QCOMPARE(copied(m_desk->actions.copyPayload), QString::fromUtf8(detail.payload));
    QCOMPARE(copied(m_desk->actions.copyHex), QStringLiteral("7b 22 61 22 3a 22 c3 a4 22 7d"));
    const QJsonObject json = QJsonDocument::fromJson(copied(m_desk->actions.copyJson).toUtf8()).object();
    QCOMPARE(json[QStringLiteral("number")].toInt(), 5);
    QCOMPARE(json[QStringLiteral("payload")].toString(), QString::fromUtf8(detail.payload));
    QCOMPARE(json[QStringLiteral("user")].toString(), QStringLiteral("ann"));
    detail.row.header.opcode = websocket::Opcode::Binary;
    detail.payload = QByteArray("\x00\xff", 2);
    QCOMPARE(copied(m_desk->actions.copyPayload), QStringLiteral("00 ff"));
}

void FrameActsTest::saysThatAFrameIsGone()
{
    QSignalSpy failed(&m_desk->acts, &FrameActs::failed);
    m_desk->select(4);
    m_desk->actions.copyPayload->trigger();
    m_desk->commands.deliver({m_desk->link.commands.back().id, link::FrameDetail{}});
    QCOMPARE(failed.size(), 1);
}

void FrameActsTest::copiesTheRequestThatAMessageCameWith()
{
    link::FrameRow push = routed(11, 18);
    push.kind = link::RowKind::Push;
    push.sender = link::SenderKind::Http;
    m_desk->model.append(batch({push, request(12, 200)}, 12));
    m_desk->select(10);
    m_desk->actions.copyCurl->trigger();
    link::FrameDetail detail = detailOf(11, {});
    detail.related = {{12, link::RowKind::Answered}};
    m_desk->commands.deliver({m_desk->link.commands.back().id, detail});
    QCOMPARE(m_desk->link.last<link::FetchFrame>()->number, quint64{12});
    link::FrameDetail requested = detailOf(12, {});
    requested.row = request(12, 200);
    requested.handshakeRequest = "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:5210\r\nAccept: */*\r\n"
                                 "User-Agent: curl/8\r\n\r\n";
    m_desk->commands.deliver({m_desk->link.commands.back().id, requested});
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("curl http://127.0.0.1:5210/healthz"));
    QMenu menu;
    m_desk->acts.fill(menu);
    QVERIFY(menu.actions().contains(m_desk->actions.copyCurl));
    QVERIFY(menu.actions().contains(m_desk->actions.goToRelated));
}

void FrameActsTest::copiesNoCommandOfAFrame()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    QSignalSpy failed(&m_desk->acts, &FrameActs::failed);
    m_desk->select(4);
    m_desk->actions.copyCurl->trigger();
    m_desk->commands.deliver({m_desk->link.commands.back().id, detailOf(5, {})});
    QCOMPARE(failed.size(), 1);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    QMenu menu;
    m_desk->acts.fill(menu);
    QVERIFY(!menu.actions().contains(m_desk->actions.copyCurl));
}

void FrameActsTest::goesFromAMessageToItsRequest()
{
    m_desk->model.append(batch({routed(11, 18), request(12, 200)}, 12));
    QSignalSpy failed(&m_desk->acts, &FrameActs::failed);
    const auto go = [this](std::vector<link::RelatedRow> related) {
        m_desk->actions.goToRelated->trigger();
        link::FrameDetail detail = detailOf(0, {});
        detail.related = std::move(related);
        m_desk->commands.deliver({m_desk->link.commands.back().id, detail});
    };
    m_desk->select(10);
    go({{12, link::RowKind::Answered}});
    QCOMPARE(m_desk->current(), 11);
    go({{11, link::RowKind::Push}});
    QCOMPARE(m_desk->current(), 10);
    go({});
    QCOMPARE(failed.size(), 1);
    go({{99, link::RowKind::Called}}); // hidden
    QCOMPARE(failed.size(), 2);
    QCOMPARE(m_desk->current(), 10);
}

void FrameActsTest::theMenuOffersWhatTheRowHas()
{
    link::FrameRow gap = frame(11);
    gap.kind = link::RowKind::Gap;
    gap.client = ClientId();
    m_desk->model.append(batch({gap}, 11));
    m_desk->select(10);
    QMenu ofAGap;
    m_desk->acts.fill(ofAGap);
    QVERIFY(entry(ofAGap, QStringLiteral("&From")) == nullptr);
    QVERIFY(entry(ofAGap, QStringLiteral("&Message to")) == nullptr);
    QVERIFY(!ofAGap.actions().contains(m_desk->actions.copyPayload));
    m_desk->select(4);
    QMenu ofAMessage;
    m_desk->acts.fill(ofAMessage);
    QCOMPARE(entry(ofAMessage, QStringLiteral("&To"))->text(), QStringLiteral("&To: group red"));
    entry(ofAMessage, QStringLiteral("&To"))->trigger();
    QCOMPARE(m_desk->field.text(), QStringLiteral("to == \"group red\""));
}

void FrameActsTest::theMenuWishesForWhatIsDoneElsewhere()
{
    QSignalSpy message(&m_desk->acts, &FrameActs::messageWanted);
    QSignalSpy ending(&m_desk->acts, &FrameActs::disconnectWanted);
    QSignalSpy mute(&m_desk->acts, &FrameActs::muteWanted);
    QSignalSpy who(&m_desk->acts, &FrameActs::recipientsWanted);
    m_desk->select(4);
    QMenu menu;
    m_desk->acts.fill(menu);
    entry(menu, QStringLiteral("&Message to ann c3"))->trigger();
    entry(menu, QStringLiteral("&Disconnect ann c3"))->trigger();
    entry(menu, QStringLiteral("M&ute ann c3"))->trigger();
    entry(menu, QStringLiteral("&Who got this"))->trigger();
    QCOMPARE(message[0][0].value<Recipients>(), (Recipients{{RecipientType::Client, "c3"}}));
    QCOMPARE(ending[0][0].value<ClientId>(), ClientId(3));
    QCOMPARE(mute[0][0].value<ClientId>(), ClientId(3));
    QCOMPARE(who[0][0].toULongLong(), 5U);
}

void FrameActsTest::aHostileNameIsTextInTheMenu()
{
    link::FrameRow row = frame(11);
    row.user = "<b>R&D</b>";
    m_desk->model.append(batch({row}, 11));
    m_desk->select(10);
    QMenu menu;
    m_desk->acts.fill(menu);
    QVERIFY(entry(menu, QStringLiteral("&From: <b>R&&D</b>")) != nullptr);
    m_desk->actions.filterTo[0]->trigger();
    QCOMPARE(m_desk->model.rowCount(), 1);
}

void FrameActsTest::nothingHappensWithoutARow()
{
    m_desk->view.tree().setCurrentIndex({});
    for (const ActionSet::Entry& entry : m_desk->actions.entries()) {
        if (entry.action != nullptr) {
            entry.action->trigger();
        }
    }
    QMenu menu;
    m_desk->acts.fill(menu);
    QVERIFY(menu.isEmpty());
    QVERIFY(!m_desk->model.isFiltered());
    QVERIFY(m_desk->link.commands.empty());
}

SIGNALBOX_TEST(FrameActsTest)
#include "frame_acts_test.moc"
