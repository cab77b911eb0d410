// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a real broker: a client comes, is written to, is seen and is sent away.
#include "tests/support/running_broker.h"
#include "tests/support/test_registry.h"
#include "ui/widgets/bytes_view.h"
#include "ui/widgets/clients_view.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/detail_view.h"
#include "ui/widgets/forms_preview.h"
#include "ui/widgets/frames_tree.h"
#include "ui/widgets/frames_view.h"
#include "ui/widgets/linked_tree.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/message_form.h"
#include "ui/widgets/plain_tree.h"
#include "ui/widgets/recipient_editor.h"
#include "ui/widgets/recipient_preview.h"

#include <QtTest/QtTest>
#include <QtWebSockets/QWebSocket>
#include <QtWebSockets/QWebSocketHandshakeOptions>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QToolButton>

using namespace signalbox;
using namespace signalbox::ui;
using namespace Qt::StringLiterals;

class WindowWithBrokerTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_broker = std::make_unique<tests::RunningBroker>(Settings(), 2, tests::RunningBroker::Attach::No);
        m_window = std::make_unique<MainWindow>(m_broker->link(), link::WindowOptions());
        m_window->resize(1280, 720);
        m_window->show();
        m_ann = connected(u"/ws?userId=ann&groupId=red"_s);
        m_bob = connected(u"/ws?userId=bob&groupId=red"_s);
        QTRY_COMPARE(clients().rowCount(), 2);
    }

    void cleanup()
    {
        m_ann.reset();
        m_bob.reset();
        m_window.reset();
        m_broker.reset();
    }

    void broadcastsToAGroupAndSaysWhoGotIt()
    {
        Composer& composer = m_window->composer();
        composer.addressTo({{RecipientType::Group, "red"}, {RecipientType::AllButUser, "ann"}});
        QTRY_VERIFY2(composer.preview().summary().text().contains(u"1 of 2"),
                     qPrintable(composer.preview().summary().text()));
        QSignalSpy bobGot(m_bob.get(), &QWebSocket::textMessageReceived);
        QTest::keyClicks(&composer.form().message(), u"hello"_s);
        QTest::keyClick(&composer.form().message(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(bobGot.size(), 1);
        QVERIFY(bobGot[0][0].toString().contains(u"\"hello\""_s));
        const QAbstractItemModel& receipts = *composer.receipts().model();
        QTRY_COMPARE(receipts.rowCount(), 1);
        QTRY_COMPARE(receipts.rowCount(receipts.index(0, 0)), 1);
        const QString who = receipts.index(0, 0, receipts.index(0, 0)).data().toString();
        QVERIFY2(who.contains(u"bob"), qPrintable(who));
    }

    void showsAFrameWithItsHeaderAndBytes()
    {
        const QString text =
            uR"({"action":"say","message":"hi","recipients":[{"type":"user","value":"bob"}]})"_s;
        m_ann->sendTextMessage(text);
        const QAbstractItemModel& frames = *m_window->framesView().tree().model();
        QTRY_VERIFY(frames.rowCount() > 0 && rowWith(frames, u"say"_s).isValid());
        m_window->framesView().tree().setCurrentIndex(rowWith(frames, u"say"_s));
        const QAbstractItemModel& detail = *m_window->detailView().tree().model();
        QTRY_VERIFY(!detail
                         .match(detail.index(0, 0), Qt::DisplayRole, u"opcode"_s, 1,
                                Qt::MatchRecursive | Qt::MatchContains)
                         .isEmpty());
    }

    /// What the composer says that an XSockets client would get is what it gets, byte for byte.
    void sendsToATopicOfXSockets()
    {
        const auto page = connected(u"/"_s, u"XSocketsNET"_s);
        QSignalSpy pageGot(page.get(), &QWebSocket::textMessageReceived);
        page->sendTextMessage(u"{\"C\":\"chat\",\"T\":\"5\",\"D\":{\"T\":\"rooms/+\",\"A\":true}}"_s);
        QTRY_COMPARE(pageGot.size(), 2); // opened, and confirmed
        QSignalSpy annGot(m_ann.get(), &QWebSocket::textMessageReceived);
        Composer& composer = m_window->composer();
        composer.addressTo({{RecipientType::Group, "chat/rooms/1"}, {RecipientType::User, "ann"}});
        QTRY_VERIFY(composer.preview().summary().text().contains(u"2 of 3"_s));
        QTest::keyClicks(&composer.form().message(), u"[\"hello\",1]"_s);
        QTRY_VERIFY(!composer.forms().isHidden());
        composer.forms().summary().click();
        QTest::keyClick(&composer.form().message(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(pageGot.size(), 3);
        QTRY_COMPARE(annGot.size(), 1);
        const QString previewed = composer.forms().text().toPlainText();
        for (const QString& got : {pageGot[2][0].toString(), annGot[0][0].toString()}) {
            QVERIFY2(previewed.contains(got), qPrintable(got + u" is not in "_s + previewed));
        }
        QVERIFY(pageGot[2][0].toString().startsWith(u"{\"C\":\"chat\",\"T\":\"rooms/1\""_s));
    }

    void forgetsAClientThatWasSentAway()
    {
        const auto answer =
            m_broker->ask(link::DisconnectClient{firstClient(), 4000, "the operator said so"});
        QVERIFY(std::holds_alternative<link::CommandAnswer::Done>(answer));
        QTRY_COMPARE(clients().rowCount(), 1);
    }

    void closesWithoutTheBroker()
    {
        m_window.reset();
        QSignalSpy annGot(m_ann.get(), &QWebSocket::textMessageReceived);
        const QString text =
            uR"({"action":"say","message":"hi","recipients":[{"type":"user","value":"ann"}]})"_s;
        m_bob->sendTextMessage(text);
        QTRY_COMPARE(annGot.size(), 1);
        QCOMPARE(annGot[0][0].toString(), text);
    }

private:
    std::unique_ptr<QWebSocket> connected(const QString& path, const QString& subprotocol = {})
    {
        auto socket = std::make_unique<QWebSocket>();
        QWebSocketHandshakeOptions options;
        if (!subprotocol.isEmpty()) {
            options.setSubprotocols({subprotocol});
        }
        socket->open(m_broker->url(path), options);
        [&] { QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState); }();
        return socket;
    }

    [[nodiscard]] const QAbstractItemModel& clients() const
    {
        return *m_window->clientsView().tree().model();
    }

    [[nodiscard]] ClientId firstClient() const { return m_broker->clients().begin().key(); }

    static QModelIndex rowWith(const QAbstractItemModel& model, const QString& text)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                if (model.index(row, column).data().toString() == text) {
                    return model.index(row, 0);
                }
            }
        }
        return {};
    }

    std::unique_ptr<tests::RunningBroker> m_broker;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QWebSocket> m_ann;
    std::unique_ptr<QWebSocket> m_bob;
};

SIGNALBOX_TEST(WindowWithBrokerTest)
#include "window_with_broker_test.moc"
