// SPDX-License-Identifier: GPL-3.0-or-later
// The detail of a frame on a real broker: what it says is what happened.
#include "tests/support/raw_peer.h"
#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/bytes_pane.h"
#include "ui/widgets/bytes_view.h"
#include "ui/widgets/detail_view.h"
#include "ui/widgets/frames_tree.h"
#include "ui/widgets/frames_view.h"
#include "ui/widgets/handshake_view.h"
#include "ui/widgets/linked_tree.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/mend_button.h"
#include "ui/widgets/who_got_panel.h"

#include <QtGui/QAction>
#include <QtTest/QtTest>
#include <QtWebSockets/QWebSocket>

using namespace signalbox;
using namespace signalbox::ui;
using namespace Qt::StringLiterals;
using link::FrameRow;
using link::RowKind;

class DetailWithBrokerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_broker = std::make_unique<tests::RunningBroker>(Settings(), 2, tests::RunningBroker::Attach::No);
        m_window = std::make_unique<MainWindow>(m_broker->link(), link::WindowOptions());
        m_window->resize(1280, 720);
        m_window->show();
        m_ann = connected(u"/ws?userId=ann&groupId=red"_s);
        m_carol = connected(u"/ws?userId=carol"_s);
    }

    void cleanup()
    {
        m_ann.reset();
        m_carol.reset();
        m_window.reset();
        m_broker.reset();
    }

    void saysWhyCarolDidNotGetItAndMendsIt()
    {
        const QString text =
            uR"({"action":"say","message":1,"recipients":[{"type":"group","value":"red"}]})"_s;
        m_ann->sendTextMessage(text);
        QVERIFY(selected([](const FrameRow& row) { return row.action == "say" && !row.message.isNull(); }));
        WhoGotPanel& panel = detail().whoGot();
        QTRY_VERIFY2(panel.sentence().startsWith(u"1 of 2 clients got it"_s), qPrintable(panel.sentence()));
        panel.answerFor(u"carol"_s);
        QVERIFY2(panel.answer().contains(u"was not in red"_s), qPrintable(panel.answer()));
        QTest::keyClick(&panel.mendButton(), Qt::Key_Space);
        QTRY_COMPARE(panel.mendButton().text(), u"Added to red"_s);
        QSignalSpy carolGot(m_carol.get(), &QWebSocket::textMessageReceived);
        m_ann->sendTextMessage(text);
        QTRY_COMPARE(carolGot.size(), 1);
    }

    void allowsARefusedPage()
    {
        QVERIFY(!isTaken("https://shop.example"));
        QVERIFY(selected([](const FrameRow& row) { return row.kind == RowKind::Refused; }));
        HandshakeView& view = detail().handshake();
        QTRY_VERIFY2(view.allowSession().text() == u"Allow this session"_s, qPrintable(view.refusal()));
        QVERIFY2(view.refusal().contains(u"https://shop.example"_s), qPrintable(view.refusal()));
        QTest::keyClick(&view.allowSession(), Qt::Key_Space);
        QTRY_COMPARE(view.allowSession().text(), u"Allowed for this session"_s);
        QVERIFY(isTaken("https://shop.example"));
    }

    void matchesTheAcceptValueOfARealHandshake()
    {
        QVERIFY(selected([](const FrameRow& row) { return row.kind == RowKind::Opened; }));
        const QAbstractItemModel& table = *detail().handshake().table().model();
        QTRY_VERIFY(!table
                         .match(table.index(0, 2), Qt::DisplayRole, u"✓ matches the key"_s, 1,
                                Qt::MatchRecursive | Qt::MatchStartsWith)
                         .isEmpty());
    }

    void showsTheWholeMessageOfAFragment()
    {
        m_ann->setOutgoingFrameSize(20);
        const QString text =
            uR"({"action":"piece","message":"a message in several frames","recipients":[]})"_s;
        m_ann->sendTextMessage(text);
        QVERIFY(selected([](const FrameRow& row) { return row.fragment == 2; }));
        QTRY_VERIFY(detail().bytesPane().isVisible() && hasLine(u"Fragments"_s));
        QTRY_VERIFY(hasLine(u"Whole message"_s));
        detail().bytesPane().showNext();
        detail().bytesPane().showNext();
        QCOMPARE(detail().bytesPane().shown(), BytesPane::Shown::Message);
        QCOMPARE(QString::fromUtf8(detail().bytes().bytes().bytes), text);
    }

    void showsAnHttpRequestWithItsBodiesAndLeadsToItsMessage()
    {
        tests::RawPeer peer(m_broker->url({}));
        peer.post("/__broadcastWebSocket.wc", R"({"action":"say","message":{"price":12.5}})");
        QVERIFY(selected([](const FrameRow& row) { return row.kind == RowKind::Answered; }));
        QTRY_VERIFY(hasLine(u"Request body"_s));
        QVERIFY(hasLine(u"Answer body"_s));
        const QAbstractItemModel& tree = *detail().tree().model();
        const auto line = [&tree](const QString& name) {
            return tree.match(tree.index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchRecursive).value(0);
        };
        QVERIFY(line(u"price"_s).isValid());
        QVERIFY(line(u"took"_s).siblingAtColumn(1).data().toString().endsWith(u's'));
        // The bytes of a line are those that it was read from.
        detail().tree().setCurrentIndex(line(u"Request body"_s));
        QCOMPARE(
            detail().bytes().bytes().bytes.mid(detail().bytes().bytes().bytes.indexOf("\r\n\r\n") + 4, 9),
            QByteArray("{\"action\""));
        m_window->actions().frames.goToRelated->trigger();
        FramesModel& frames = m_window->state().frames();
        QTRY_COMPARE(frames.frame(m_window->framesView().tree().currentIndex()).kind, RowKind::Push);
        m_window->actions().frames.goToRelated->trigger();
        QTRY_COMPARE(frames.frame(m_window->framesView().tree().currentIndex()).kind, RowKind::Answered);
    }

private:
    [[nodiscard]] DetailView& detail() const { return m_window->detailView(); }

    std::unique_ptr<QWebSocket> connected(const QString& path)
    {
        auto socket = std::make_unique<QWebSocket>();
        socket->open(m_broker->url(path));
        [&] { QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState); }();
        return socket;
    }

    /// Whether a page of this origin may connect.
    [[nodiscard]] bool isTaken(const char* origin) const
    {
        QWebSocket page{QString::fromLatin1(origin)};
        page.open(m_broker->url(u"/ws"_s));
        const auto isDecided = [&page] {
            return page.state() == QAbstractSocket::ConnectedState ||
                   page.state() == QAbstractSocket::UnconnectedState;
        };
        return QTest::qWaitFor(isDecided) && page.state() == QAbstractSocket::ConnectedState;
    }

    /// Waits for a row and selects it.
    bool selected(const std::function<bool(const FrameRow&)>& isWanted) const
    {
        FramesModel& frames = m_window->state().frames();
        const auto find = [&frames, &isWanted] {
            for (int row = 0; row < frames.rowCount(); ++row) {
                if (isWanted(frames.frame(frames.index(row, 0)))) {
                    return frames.index(row, 0);
                }
            }
            return QModelIndex();
        };
        if (!QTest::qWaitFor([&find] { return find().isValid(); })) {
            return false;
        }
        m_window->framesView().tree().setCurrentIndex(find());
        return true;
    }

    [[nodiscard]] bool hasLine(const QString& name) const
    {
        const QAbstractItemModel& tree = *detail().tree().model();
        return tree.rowCount() > 0 && !tree.match(tree.index(0, 0), Qt::DisplayRole, name, 1).isEmpty();
    }

    std::unique_ptr<tests::RunningBroker> m_broker;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QWebSocket> m_ann;
    std::unique_ptr<QWebSocket> m_carol;
};

SIGNALBOX_TEST(DetailWithBrokerTest)
#include "detail_with_broker_test.moc"
