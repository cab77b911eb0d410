// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_link.h"
#include "tests/support/test_registry.h"
#include "tests/ui/samples.h"
#include "ui/dialogs/disconnect_dialog.h"
#include "ui/dialogs/go_to_dialog.h"
#include "ui/widgets/bytes_view.h"
#include "ui/widgets/clients_view.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/detail_view.h"
#include "ui/widgets/dock.h"
#include "ui/widgets/frames_tree.h"
#include "ui/widgets/frames_view.h"
#include "ui/widgets/groups_view.h"
#include "ui/widgets/linked_tree.h"
#include "ui/widgets/listening_bar.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/message_form.h"
#include "ui/widgets/recipient_editor.h"
#include "ui/widgets/status_strip.h"

#include <QtCore/QTemporaryDir>
#include <QtGui/QAccessible>
#include <QtGui/QActionGroup>
#include <QtGui/QClipboard>
#include <QtTest/QtTest>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace signalbox;
using namespace signalbox::tests;
using namespace signalbox::ui;

class MainWindowTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void attachesAndDetaches();
    void teachesWhileThereIsNothing();
    void startsAndStopsListening();
    void showsHeaderEnvelopeAndBytesOfTheSelectedFrame();
    void goesFromAFragmentToAnother();
    void ignoresTheDetailOfAFrameThatIsNoLongerSelected();
    void saysThatAFrameIsNotKept();
    void unfoldsAMessage();
    void filtersAsOneTypes();
    void typingInTheListGoesToTheFilter();
    void pausesAndResumes();
    void ledgerAddsUp();
    void tellsOfTheWebhookWhenThereIsOne();
    void disconnectsTheSelectedClient();
    void showsWhyADisconnectFailed();
    void sendsWithControlEnter();
    void addressesTheGroupThatIsAsked();
    void showsHostileNamesAsText();
    void remembersLayoutAndColumns();
    void resetsTheLayout();
    void everyFocusableWidgetHasAName();
    void everyMenuEntryHasAnActionAndKeysAreUnique();
    void takesTheEndOfTheBroker();
    void keysGoToMatchesAndToAFrame();
    void fitsThePicturesOfASmallScreen();

private:
    void listen()
    {
        m_link->emitEvent(
            link::ListenersChanged{{{"ws://127.0.0.1:5210", true, {}, {}}}, "ws://127.0.0.1:5210"});
    }
    void open(const QString& stateFile = {})
    {
        m_window = std::make_unique<MainWindow>(*m_link, link::WindowOptions{stateFile, {}});
        m_window->resize(1280, 720);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
    [[nodiscard]] QStringList visibleTexts(const QWidget& parent) const
    {
        QStringList texts;
        for (const QLabel* label : parent.findChildren<QLabel*>()) {
            if (label->isVisible()) {
                texts += label->text();
            }
        }
        return texts;
    }
    void press(const QWidget& parent, const QString& text)
    {
        QTRY_VERIFY(button(parent, text) != nullptr);
        QTest::mouseClick(button(parent, text), Qt::LeftButton);
    }
    [[nodiscard]] QPushButton* button(const QWidget& parent, const QString& text) const
    {
        for (QPushButton* candidate : parent.findChildren<QPushButton*>()) {
            if (candidate->isVisible() && candidate->text().remove(u'&') == text) {
                return candidate;
            }
        }
        return nullptr;
    }
    void select(quint64 number)
    {
        m_window->framesView().tree().setCurrentIndex(m_window->state().frames().indexOf(number));
    }
    [[nodiscard]] link::FrameDetail detail(quint64 number) const
    {
        link::FrameDetail detail;
        detail.number = number;
        detail.kept = true;
        detail.row = routed(number, 18, 2);
        detail.headerBytes = QByteArray("\x81\x85\x01\x02\x03\x04", 6);
        detail.payload = R"({"action":"say"})";
        detail.deliveries = {{ClientId(3), DeliveryState::Sent, 0}, {ClientId(4), DeliveryState::Queued, 64}};
        return detail;
    }

    std::unique_ptr<TestLink> m_link;
    std::unique_ptr<MainWindow> m_window;
};

void MainWindowTest::init()
{
    m_link = std::make_unique<TestLink>();
    open();
}

void MainWindowTest::cleanup()
{
    m_window.reset();
    m_link.reset();
}

void MainWindowTest::attachesAndDetaches()
{
    QVERIFY(m_link->attached);
    m_window.reset();
    QVERIFY(!m_link->attached);
}

void MainWindowTest::teachesWhileThereIsNothing()
{
    EmptyState& empty = m_window->framesView().emptyState();
    QVERIFY(visibleTexts(empty).contains(QStringLiteral("Not listening")));
    press(empty, QStringLiteral("Listen"));
    QVERIFY(m_link->last<link::StartListening>() != nullptr);

    listen();
    QVERIFY(visibleTexts(empty).contains(QStringLiteral("Waiting for the first client")));
    const auto lines = empty.findChildren<QLineEdit*>();
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0]->text(), QStringLiteral("ws://127.0.0.1:5210/ws")); // without a group
    QVERIFY(
        lines[1]->text().startsWith(QStringLiteral("socket = new WebSocket(\"ws://127.0.0.1:5210/ws\")")));
    QTest::mouseClick(lines[0]->parentWidget()->findChild<QToolButton*>(), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("ws://127.0.0.1:5210/ws"));
    press(empty, QStringLiteral("Connect three test clients"));
    QCOMPARE(m_link->last<link::ConnectTestClients>()->behaviour, link::TestBehaviour::SlowReader);

    m_link->emitEvent(link::ClientsChanged{{client(3, "ann")}});
    QVERIFY(visibleTexts(empty).contains(QStringLiteral("No frame yet")));

    m_link->emitEvent(link::FramesCaptured{frames(1, 5)});
    QVERIFY(!empty.isVisible());
    m_window->listeningBar().filterEdit().setText(QStringLiteral("nothing like this"));
    QTRY_VERIFY(empty.isVisible());
    QVERIFY(visibleTexts(empty).contains(QStringLiteral("No frame matches the filter")));
    QVERIFY(visibleTexts(empty).contains(QStringLiteral("5 frames are hidden.")));
    press(empty, QStringLiteral("Clear filter"));
    QTRY_VERIFY(!empty.isVisible());
}

void MainWindowTest::startsAndStopsListening()
{
    QVERIFY(m_window->actions().broker.startListening->isEnabled());
    QVERIFY(!m_window->actions().broker.stopListening->isEnabled());
    listen();
    QVERIFY(!m_window->actions().broker.startListening->isEnabled());
    m_window->actions().broker.stopListening->trigger();
    QVERIFY(m_link->last<link::StopListening>() != nullptr);
    m_link->emitEvent(link::ListenersChanged{
        {{"ws://127.0.0.1:5210", false, "listener.address_in_use", QStringLiteral("address in use")}}, {}});
    QVERIFY(
        visibleTexts(m_window->framesView()).contains(QStringLiteral("ws://127.0.0.1:5210: address in use")));
}

void MainWindowTest::showsHeaderEnvelopeAndBytesOfTheSelectedFrame()
{
    m_link->emitEvent(link::FramesCaptured{batch({routed(1, 18, 2)}, 1)});
    select(1);
    QCOMPARE(m_link->last<link::FetchFrame>()->number, 1U);
    m_link->answer(m_link->lastId<link::FetchFrame>(), detail(1));
    const QAbstractItemModel* tree = m_window->detailView().tree().model();
    QStringList tops;
    for (int row = 0; row < tree->rowCount(); ++row) {
        tops += tree->index(row, 0).data().toString();
    }
    QCOMPARE(tops, (QStringList{QStringLiteral("Frame 1"), QStringLiteral("RFC 6455 header"),
                                QStringLiteral("Envelope"), QStringLiteral("Deliveries")}));
    QVERIFY(m_window->detailView().bytes().lineText(0).startsWith(
        QStringLiteral("000000  81 85 01 02 03 04 7b 22")));
}

void MainWindowTest::goesFromAFragmentToAnother()
{
    m_link->emitEvent(link::FramesCaptured{batch({frame(1, "one"), frame(2, "two")}, 2)});
    select(1);
    Q_EMIT m_window->detailView().frameWanted(2);
    QCOMPARE(m_link->last<link::FetchFrame>()->number, 2U);
    QCOMPARE(m_window->framesView().tree().currentIndex().row(), m_window->state().frames().indexOf(2).row());
    Q_EMIT m_window->detailView().frameWanted(77); // not in the list
    QCOMPARE(m_link->last<link::FetchFrame>()->number, 77U);
    m_link->answer(m_link->lastId<link::FetchFrame>(), detail(77));
    QVERIFY(m_window->detailView().tree().model()->rowCount() > 0);
}

void MainWindowTest::ignoresTheDetailOfAFrameThatIsNoLongerSelected()
{
    m_link->emitEvent(link::FramesCaptured{frames(1, 2)});
    select(1);
    const link::CommandId first = m_link->lastId<link::FetchFrame>();
    select(2);
    m_link->answer(first, detail(1));
    QCOMPARE(m_window->detailView().tree().model()->rowCount(), 0);
}

void MainWindowTest::saysThatAFrameIsNotKept()
{
    m_link->emitEvent(link::FramesCaptured{frames(1, 1)});
    select(1);
    link::FrameDetail gone;
    gone.number = 1;
    m_link->answer(m_link->lastId<link::FetchFrame>(), gone);
    QCOMPARE(m_window->detailView().tree().model()->rowCount(), 0);
    m_window->grab(); // the sentence is painted, not a widget
}

void MainWindowTest::unfoldsAMessage()
{
    m_link->emitEvent(link::ClientsChanged{{client(3, "ann"), client(4, "bob")}});
    m_link->emitEvent(link::FramesCaptured{batch({routed(1, 18, 2)}, 1)});
    FramesModel& model = m_window->state().frames();
    m_window->framesView().tree().expand(model.index(0, 0));
    QCOMPARE(m_link->last<link::FetchFrame>()->number, 1U);
    m_link->answer(m_link->lastId<link::FetchFrame>(), detail(1));
    QCOMPARE(model.rowCount(model.index(0, 0)), 2);
    QCOMPARE(model.index(1, FramesModel::ToColumn, model.index(0, 0)).data().toString(),
             QStringLiteral("bob c4"));
}

void MainWindowTest::filtersAsOneTypes()
{
    m_link->emitEvent(link::FramesCaptured{batch({frame(1, "a"), frame(2, "price"), frame(3, "a")}, 3)});
    m_window->actions().frames.find->trigger();
    QLineEdit& filter = m_window->listeningBar().filterEdit();
    QVERIFY(filter.hasFocus());
    QTest::keyClicks(&filter, QStringLiteral("price"));
    QTRY_COMPARE(m_window->state().frames().rowCount(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QTRY_COMPARE(m_window->state().frames().rowCount(), 3);
}

void MainWindowTest::typingInTheListGoesToTheFilter()
{
    m_link->emitEvent(link::FramesCaptured{frames(1, 3)});
    m_window->actions().view.goToFrames->trigger();
    QTest::keyClick(&m_window->framesView().tree(), Qt::Key_X);
    QCOMPARE(m_window->listeningBar().filterEdit().text(), QStringLiteral("x"));
    QVERIFY(m_window->listeningBar().filterEdit().hasFocus());
}

void MainWindowTest::pausesAndResumes()
{
    m_link->emitEvent(link::FramesCaptured{frames(1, 3)});
    QTest::keyClick(&m_window->framesView().tree(), Qt::Key_Space);
    QVERIFY(m_window->actions().frames.pause->isChecked());
    m_link->emitEvent(link::FramesCaptured{frames(4, 9)});
    QCOMPARE(m_window->state().frames().rowCount(), 3);
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(m_window->state().frames().rowCount(), 9);
}

void MainWindowTest::ledgerAddsUp()
{
    auto* strip = m_window->findChild<StatusStrip*>();
    m_window->actions().frames.pause->setChecked(false);
    link::FrameBatch all = frames(101, 1'400);
    all.ledger.captured = 1'400;
    m_link->emitEvent(link::FramesCaptured{all});
    QCOMPARE(strip->ledger().text(), QStringLiteral("captured 1,400   shown 1,300   hidden 0"));
    QCOMPARE(strip->notKept().text(), QStringLiteral("not kept 100"));
    m_window->actions().frames.pause->setChecked(true);
    m_link->emitEvent(link::FramesCaptured{frames(1'401, 1'410)});
    QVERIFY(strip->ledger().text().contains(QStringLiteral("waiting 10")));
}

void MainWindowTest::tellsOfTheWebhookWhenThereIsOne()
{
    const QLabel& webhook = m_window->findChild<StatusStrip*>()->webhook();
    link::Statistics statistics;
    m_link->emitEvent(statistics);
    QVERIFY(!webhook.isVisible());
    statistics.webhook = true;
    m_link->emitEvent(statistics);
    QVERIFY(webhook.isVisible());
    QCOMPARE(webhook.text(), QStringLiteral("webhook 0"));
    statistics.webhookTaken = 1'204;
    statistics.webhookFailed = 2;
    statistics.webhookRefused = 1;
    statistics.webhook = false; // it was set before the configuration was read anew
    m_link->emitEvent(statistics);
    QVERIFY(webhook.isVisible());
    QCOMPARE(webhook.text(), QStringLiteral("webhook 1,204 ✕ 3"));
    QVERIFY(webhook.toolTip().contains(QStringLiteral("2 failed")));
}

void MainWindowTest::disconnectsTheSelectedClient()
{
    m_link->emitEvent(link::ClientsChanged{{client(3, "ann"), client(4, "bob")}});
    QTreeView& clients = m_window->clientsView().tree();
    QVERIFY(!m_window->actions().people.disconnectClient->isEnabled());
    clients.setCurrentIndex(clients.model()->index(1, 0));
    QVERIFY(m_window->actions().people.disconnectClient->isEnabled());
    clients.setFocus();
    QTest::keyClick(&clients, Qt::Key_Delete);
    auto* dialog = m_window->findChild<DisconnectDialog*>();
    QVERIFY(dialog != nullptr);
    dialog->fields().reason().setText(QStringLiteral("bye"));
    QTest::mouseClick(&dialog->confirm(), Qt::LeftButton);
    const auto* command = m_link->last<link::DisconnectClient>();
    QVERIFY(command != nullptr);
    QCOMPARE(command->client, ClientId(4));
    QCOMPARE(command->closeReason, QByteArray("bye"));
}

void MainWindowTest::showsWhyADisconnectFailed()
{
    m_link->emitEvent(link::ClientsChanged{{client(3, "ann")}});
    m_window->clientsView().select(ClientId(3));
    m_window->actions().people.disconnectClient->trigger();
    auto* dialog = m_window->findChild<DisconnectDialog*>();
    dialog->accept();
    m_link->answer(m_link->lastId<link::DisconnectClient>(),
                   Error{"client.unknown", QStringLiteral("It is gone.")});
    QCOMPARE(dialog->errorText(), QStringLiteral("✕ It is gone."));
}

void MainWindowTest::sendsWithControlEnter()
{
    QPlainTextEdit& editor = m_window->composer().form().message();
    m_window->actions().view.goToComposer->trigger();
    QVERIFY(editor.hasFocus());
    QTest::keyClicks(&editor, QStringLiteral("hi"));
    QTest::keyClick(&editor, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_link->last<link::SendMessage>() != nullptr);
    QCOMPARE(editor.toPlainText(), QStringLiteral("hi"));
}

void MainWindowTest::addressesTheGroupThatIsAsked()
{
    m_link->emitEvent(link::ClientsChanged{{client(3, "ann", {"red"})}});
    m_window->groupsView().setCurrentIndex(m_window->state().groups().index(0, 0));
    m_window->actions().people.messageGroup->trigger();
    QVERIFY(*m_window->composer().recipients().recipients() == (Recipients{{RecipientType::Group, "red"}}));
    QVERIFY(m_window->composer().form().message().hasFocus());
}

void MainWindowTest::showsHostileNamesAsText()
{
    const QByteArray markup = "<img src=x>";
    link::FrameRow row = frame(1, markup);
    row.user = markup;
    m_link->emitEvent(link::ClientsChanged{
        {client(3, markup, {markup}), client(4, QByteArray(5'000, 'x')), client(5, "שלום")}});
    m_link->emitEvent(link::FramesCaptured{batch({row}, 1)});
    m_window->composer().recipients().setRecipients(
        {{RecipientType::User, markup}, {RecipientType::User, QByteArray(5'000, 'x')}});
    m_window->grab();
    QCOMPARE(m_window->size(), QSize(1280, 720));
    for (const QLabel* label : m_window->findChildren<QLabel*>()) {
        if (label->text().contains(u'<')) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
        }
    }
    for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
        QVERIFY2(!widget->toolTip().contains(QStringLiteral("<img")), qPrintable(widget->toolTip()));
    }
    for (const QTreeView* view : m_window->findChildren<QTreeView*>()) {
        const QAbstractItemModel* model = view->model();
        for (int column = 0; model->rowCount() > 0 && column < model->columnCount(); ++column) {
            const QString tip = model->index(0, column).data(Qt::ToolTipRole).toString();
            QVERIFY2(!tip.contains(QStringLiteral("<img")), qPrintable(tip));
        }
    }
}

void MainWindowTest::remembersLayoutAndColumns()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(QStringLiteral("window.ini"));
    m_window.reset();
    open(file);
    const QSize size(780, 700); // of a screen of 800 × 800
    m_window->resize(size);
    m_window->findChild<Dock*>(QStringLiteral("groups"))->close();
    m_window->framesView().tree().header()->resizeSection(FramesModel::FromColumn, 222);
    m_window->framesView().tree().setColumnHidden(FramesModel::LengthColumn, true);
    m_window->actions().view.themes->actions()[2]->trigger();
    m_window->close();
    m_window.reset();
    m_window = std::make_unique<MainWindow>(*m_link, link::WindowOptions{file, {}});
    m_window->show();
    QCOMPARE(m_window->size(), size);
    QVERIFY(!m_window->findChild<Dock*>(QStringLiteral("groups"))->isVisible());
    QVERIFY(m_window->findChild<Dock*>(QStringLiteral("clients"))->isVisible());
    QCOMPARE(m_window->framesView().tree().columnWidth(FramesModel::FromColumn), 222);
    QVERIFY(m_window->framesView().tree().isColumnHidden(FramesModel::LengthColumn));
    QCOMPARE(m_window->appearance().choice(), ThemeChoice::Dark);
}

void MainWindowTest::resetsTheLayout()
{
    auto* groups = m_window->findChild<Dock*>(QStringLiteral("groups"));
    groups->setFloating(true);
    m_window->findChild<Dock*>(QStringLiteral("composer"))->close();
    m_window->actions().view.resetLayout->trigger();
    QVERIFY(!groups->isFloating());
    QVERIFY(m_window->findChild<Dock*>(QStringLiteral("composer"))->isVisible());
}

void MainWindowTest::everyFocusableWidgetHasAName()
{
    listen();
    m_link->emitEvent(link::ClientsChanged{{client(3, "ann")}});
    m_window->composer().recipients().setRecipients({{RecipientType::All, {}}});
    for (QWidget* widget : m_window->findChildren<QWidget*>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) == 0 || qobject_cast<QMenuBar*>(widget) != nullptr) {
            continue;
        }
        // Parts of Qt's own widgets are reached through the whole.
        const bool isInner = widget->objectName().startsWith(QStringLiteral("qt_")) ||
                             qobject_cast<QTabBar*>(widget) != nullptr ||
                             qobject_cast<QTabWidget*>(widget) != nullptr;
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(widget);
        const QString name = accessible != nullptr ? accessible->text(QAccessible::Name) : QString();
        QVERIFY2(isInner || !name.isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className()) + widget->toolTip() +
                            widget->objectName()));
    }
}

void MainWindowTest::everyMenuEntryHasAnActionAndKeysAreUnique()
{
    QSet<QAction*> inMenus;
    for (const QMenu* menu : m_window->menuBar()->findChildren<QMenu*>()) {
        for (QAction* action : menu->actions()) {
            inMenus.insert(action);
        }
    }
    QHash<QKeySequence, QString> keys;
    for (QAction* action : m_window->actions().all()) {
        QVERIFY2(inMenus.contains(action), qPrintable(action->text()));
        for (const QKeySequence& key : action->shortcuts()) {
            QVERIFY2(!keys.contains(key), qPrintable(key.toString()));
            keys.insert(key, action->text());
        }
    }
    QVERIFY(keys.size() >= 15);
}

void MainWindowTest::takesTheEndOfTheBroker()
{
    listen();
    m_link->emitEvent(link::BrokerStopped{});
    QVERIFY(!m_window->composer().isEnabled());
    QVERIFY(!m_window->actions().broker.stopListening->isEnabled());
}

void MainWindowTest::keysGoToMatchesAndToAFrame()
{
    listen();
    m_window->activateWindow();
    QLineEdit& filter = m_window->listeningBar().filterEdit();
    m_window->composer().form().message().setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_F3); // nothing is looked for yet
    QVERIFY(filter.hasFocus());
    m_link->emitEvent(
        link::FramesCaptured{batch({frame(1), frame(2, "a price"), frame(3), frame(4, "a price")}, 4)});
    filter.setText(QStringLiteral("price"));
    QTRY_VERIFY(m_window->state().frames().isFiltered());
    const auto current = [this] { return m_window->framesView().currentFrame()->number; };
    QTest::keyClick(&filter, Qt::Key_F3);
    QCOMPARE(current(), 2U);
    QTest::keyClick(&filter, Qt::Key_F3);
    QCOMPARE(current(), 4U);
    QTest::keyClick(&filter, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(current(), 2U);
    QVERIFY(filter.hasFocus()); // one goes on typing
    QTest::keyClick(m_window.get(), Qt::Key_G, Qt::ControlModifier);
    auto* dialog = m_window->findChild<GoToDialog*>();
    QVERIFY(dialog != nullptr);
    QTest::keyClicks(&dialog->field(), QStringLiteral("4"));
    QTest::keyClick(&dialog->field(), Qt::Key_Return);
    QCOMPARE(current(), 4U);
}

void MainWindowTest::fitsThePicturesOfASmallScreen()
{
    QVERIFY(m_window->minimumSizeHint().width() <= 1280);
    QVERIFY(m_window->minimumSizeHint().height() <= 720);
}

SIGNALBOX_TEST(MainWindowTest)
#include "main_window_test.moc"
