// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/main_window.h"

#include "ui/dialogs/disconnect_dialog.h"
#include "ui/dialogs/shortcuts_dialog.h"
#include "ui/format/numbers.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/clients_view.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/detail_view.h"
#include "ui/widgets/dock.h"
#include "ui/widgets/empty_contents.h"
#include "ui/widgets/frames_tree.h"
#include "ui/widgets/frames_view.h"
#include "ui/widgets/groups_view.h"
#include "ui/widgets/listening_bar.h"
#include "ui/widgets/main_menu.h"
#include "ui/widgets/message_form.h"
#include "ui/widgets/status_strip.h"

#include <QtGui/QActionGroup>
#include <QtGui/QClipboard>
#include <QtGui/QCloseEvent>
#include <QtGui/QDesktopServices>
#include <QtGui/QGuiApplication>
#include <QtGui/QScreen>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QStatusBar>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

// A keystroke must show rows within 100 ms; typing on must not filter for each letter.
constexpr std::chrono::milliseconds filterDelay{40};

/// Of a window that was never opened before, where the screen has room.
constexpr QSize firstSize(1440, 860);

} // namespace

MainWindow::MainWindow(link::BrokerLink& link, const link::WindowOptions& options)
    : m_state(link)
    , m_windowState(options.stateFile)
    , m_banner(options.banner)
{
    setWindowTitle(tr("Signalbox"));
    setWindowIcon(QIcon(u":/icons/signalbox.svg"_s));
    setDockNestingEnabled(true);
    m_bar = new ListeningBar(m_state, m_actions);
    addToolBar(m_bar);
    buildCentre(options.banner);
    buildDocks();
    statusBar()->addWidget(new StatusStrip(m_state), 1);
    statusBar()->setSizeGripEnabled(false);
    buildMainMenu(*menuBar(), m_actions, {m_clientsDock, m_groupsDock, m_composerDock});
    connectBroker();
    connectFrames();
    connectWindow();
    const ThemeChoice theme = m_windowState.theme();
    for (QAction* action : m_actions.themes->actions()) {
        if (action->data().value<ThemeChoice>() == theme) {
            action->setChecked(true);
            chooseTheme(action);
        }
    }
    resize(firstSize.boundedTo(screen()->availableSize()));
    resetLayout();
    m_windowState.restore(*this, parts());
    updateCounts();
    updateEmptyState();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildCentre(const QString& banner)
{
    m_bannerView = new Banner;
    m_bannerView->setText(banner);
    m_framesView = new FramesView(m_state.frames());
    m_detailView = new DetailView(m_state.names());
    m_centre = new QSplitter(Qt::Vertical);
    m_centre->addWidget(m_framesView);
    m_centre->addWidget(m_detailView);
    m_centre->setStretchFactor(0, 3);
    m_centre->setStretchFactor(1, 2);
    m_centre->setChildrenCollapsible(false);
    auto* centre = new QWidget;
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bannerView);
    layout->addWidget(m_centre, 1);
    setCentralWidget(centre);
}

void MainWindow::buildDocks()
{
    m_clientsView = new ClientsView(m_state.clients());
    m_groupsView = new GroupsView(m_state.groups());
    m_composer = new Composer(m_state);
    m_clientsDock = new Dock(u"clients"_s, tr("Clients"), m_clientsView, this);
    m_groupsDock = new Dock(u"groups"_s, tr("Groups"), m_groupsView, this);
    m_composerDock = new Dock(u"composer"_s, tr("Message"), m_composer, this);
}

void MainWindow::resetLayout()
{
    for (QDockWidget* dock :
         std::initializer_list<QDockWidget*>{m_clientsDock, m_groupsDock, m_composerDock}) {
        dock->setFloating(false);
        dock->show();
    }
    addDockWidget(Qt::LeftDockWidgetArea, m_clientsDock);
    addDockWidget(Qt::LeftDockWidgetArea, m_groupsDock);
    splitDockWidget(m_clientsDock, m_groupsDock, Qt::Vertical);
    addDockWidget(Qt::RightDockWidgetArea, m_composerDock);
    const int side = spacing(30);
    resizeDocks({m_clientsDock, m_composerDock}, {side, spacing(37)}, Qt::Horizontal);
    resizeDocks({m_clientsDock, m_groupsDock}, {spacing(45), spacing(30)}, Qt::Vertical);
    m_centre->setSizes({spacing(45), spacing(30)});
    m_detailView->setSizes({spacing(40), spacing(45)});
}

WindowState::Parts MainWindow::parts() const
{
    return {{{u"frames"_s, m_framesView->tree().header()},
             {u"clients"_s, m_clientsView->tree().header()},
             {u"detail"_s, m_detailView->tree().header()}},
            {{u"centre"_s, m_centre}, {u"detail"_s, m_detailView}}};
}

void MainWindow::connectBroker()
{
    const auto start = [this] { m_state.commands().send(link::StartListening{}, this, {}); };
    const auto stop = [this] { m_state.commands().send(link::StopListening{}, this, {}); };
    connect(m_actions.startListening, &QAction::triggered, this, start);
    connect(m_actions.stopListening, &QAction::triggered, this, stop);
    connect(m_actions.copyUrl, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(m_state.listeners().url) + u"/ws"_s);
    });
    connect(m_actions.openDemo, &QAction::triggered, this, [this] {
        const QString url = QString::fromUtf8(m_state.listeners().url);
        QDesktopServices::openUrl(QUrl(u"http"_s + url.sliced(2) + u"/demo/"_s)); // ws → http, wss → https
    });
    connect(m_actions.disconnectClient, &QAction::triggered, this,
            [this] { disconnectClient(m_clientsView->selectedClient()); });
    connect(m_clientsView, &ClientsView::disconnectWanted, this, &MainWindow::disconnectClient);
    connect(m_groupsView, &GroupsView::disconnectWanted, this, &MainWindow::disconnectClient);
    connect(m_clientsView, &ClientsView::messageWanted, m_composer, &Composer::addressTo);
    connect(m_groupsView, &GroupsView::messageWanted, m_composer, &Composer::addressTo);
    connect(m_clientsView, &ClientsView::selectionChanged, this, &MainWindow::updateCounts);
    connect(&m_state, &BrokerState::populationChanged, this, &MainWindow::updateCounts);
    connect(&m_state, &BrokerState::populationChanged, this, &MainWindow::updateEmptyState);
    connect(&m_state, &BrokerState::listenersChanged, this, &MainWindow::updateEmptyState);
    connect(&m_state, &BrokerState::listenersChanged, this, &MainWindow::showListenerErrors);
    connect(&m_state, &BrokerState::brokerStopped, this, &MainWindow::brokerStopped);
}

void MainWindow::connectFrames()
{
    FramesModel& frames = m_state.frames();
    QLineEdit* filter = &m_bar->filterEdit();
    m_filterTimer.setSingleShot(true);
    m_filterTimer.setInterval(filterDelay);
    connect(filter, &QLineEdit::textChanged, &m_filterTimer, qOverload<>(&QTimer::start));
    connect(&m_filterTimer, &QTimer::timeout, this, &MainWindow::applyFilter);
    connect(m_actions.find, &QAction::triggered, filter, [filter] {
        filter->setFocus(Qt::ShortcutFocusReason);
        filter->selectAll();
    });
    connect(m_actions.clearFilter, &QAction::triggered, filter, &QLineEdit::clear);
    connect(&m_framesView->tree(), &FramesTree::typed, filter, [filter](const QString& text) {
        filter->setFocus(Qt::ShortcutFocusReason);
        filter->setText(filter->text() + text);
    });
    connect(m_actions.pause, &QAction::toggled, &frames, &FramesModel::setPaused);
    connect(m_actions.pause, &QAction::toggled, this, &MainWindow::updateEmptyState);
    connect(&m_framesView->tree(), &FramesTree::pauseWanted, m_actions.pause, &QAction::toggle);
    connect(m_actions.clearList, &QAction::triggered, &frames, &FramesModel::clear);
    connect(m_actions.follow, &QAction::triggered, m_framesView, &FramesView::follow);
    connect(m_actions.nextFrame, &QAction::triggered, m_framesView, &FramesView::selectNext);
    connect(m_actions.previousFrame, &QAction::triggered, m_framesView, &FramesView::selectPrevious);
    connect(m_actions.copyRow, &QAction::triggered, this, &MainWindow::copyRow);
    connect(m_framesView, &FramesView::frameSelected, this, &MainWindow::selectFrame);
    connect(&frames, &FramesModel::deliveriesWanted, this, &MainWindow::fetchDeliveries);
    connect(&frames, &QAbstractItemModel::modelReset, this, &MainWindow::updateEmptyState);
    connect(&frames, &FramesModel::rowsShown, this, [this] {
        if (m_state.frames().ledger().shown == 0) { // the number of hidden ones is in the text
            updateEmptyState();
        }
    });
}

void MainWindow::connectWindow()
{
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions.resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
    connect(m_actions.themes, &QActionGroup::triggered, this, &MainWindow::chooseTheme);
    connect(m_actions.send, &QAction::triggered, m_composer, &Composer::send);
    connect(m_actions.about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_actions.shortcuts, &QAction::triggered, this,
            [this] { ShortcutsDialog(m_actions.all(), this).exec(); });
    const auto raise = [](QDockWidget* dock, QWidget* target) {
        dock->show();
        dock->raise();
        target->setFocus(Qt::ShortcutFocusReason);
    };
    connect(m_actions.goToClients, &QAction::triggered, this,
            [this, raise] { raise(m_clientsDock, &m_clientsView->tree()); });
    connect(m_actions.goToGroups, &QAction::triggered, this,
            [this, raise] { raise(m_groupsDock, m_groupsView); });
    connect(m_actions.goToFrames, &QAction::triggered, this,
            [this] { m_framesView->tree().setFocus(Qt::ShortcutFocusReason); });
    connect(m_actions.goToComposer, &QAction::triggered, this,
            [this, raise] { raise(m_composerDock, &m_composer->form().message()); });
    connect(m_actions.newMessage, &QAction::triggered, this, [this] {
        m_composerDock->show();
        m_composer->startNew();
    });
}

void MainWindow::updateCounts()
{
    m_clientsDock->setCount(countText(static_cast<qint64>(m_state.clients().rowCount())));
    m_groupsDock->setCount(countText(static_cast<qint64>(m_state.groups().groupCount())));
    m_actions.disconnectClient->setEnabled(!m_clientsView->selectedClient().isNull());
}

void MainWindow::updateEmptyState()
{
    m_framesView->setEmptyContent(emptyFramesContent(m_state, m_actions));
}

void MainWindow::showListenerErrors()
{
    QStringList lines;
    if (!m_banner.isEmpty()) {
        lines += m_banner;
    }
    for (const link::ListenerState& listener : m_state.listeners().listeners) {
        // When none listens the reasons stand in the middle of the window, beside the button.
        if (!listener.error.isEmpty() && m_state.isListening()) {
            lines += tr("%1 does not listen: %2").arg(QString::fromUtf8(listener.url), listener.error);
        }
    }
    m_bannerView->setText(lines.join(u'\n'));
}

void MainWindow::brokerStopped()
{
    m_bannerView->setText(tr("The broker has stopped. What you see is what was last known."));
    m_composer->setEnabled(false);
    m_actions.startListening->setEnabled(false);
}

void MainWindow::applyFilter()
{
    m_state.frames().setFilter(FrameFilter(m_bar->filterEdit().text()));
}

void MainWindow::selectFrame(quint64 number)
{
    if (number == m_selected) {
        return;
    }
    m_selected = number;
    const QModelIndex row = m_state.frames().indexOf(number);
    if (!row.isValid()) {
        m_detailView->showNothing();
        return;
    }
    if (m_state.frames().frame(row).kind == link::RowKind::Gap) {
        m_detailView->showNothing(
            tr("These frames are not kept: the room for frames was full, or they came too fast."));
        return;
    }
    m_state.commands().send(link::FetchFrame{number}, this,
                            [this, number](const link::CommandAnswer& answer) {
                                const auto* detail = std::get_if<link::FrameDetail>(&answer.result);
                                if (number == m_selected && detail != nullptr) {
                                    m_detailView->show(*detail);
                                } else if (const auto* error = std::get_if<Error>(&answer.result);
                                           number == m_selected && error != nullptr) {
                                    m_detailView->showNothing(error->message);
                                }
                            });
}

void MainWindow::fetchDeliveries(quint64 number)
{
    m_state.commands().send(link::FetchFrame{number}, this,
                            [this, number](const link::CommandAnswer& answer) {
                                if (const auto* detail = std::get_if<link::FrameDetail>(&answer.result)) {
                                    m_state.frames().setDeliveries(number, detail->deliveries);
                                }
                            });
}

void MainWindow::disconnectClient(ClientId client)
{
    if (client.isNull()) {
        return;
    }
    auto* dialog = new DisconnectDialog(client, m_state.names().label(client), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_state.commands().send(dialog->command(), this, [this](const link::CommandAnswer& answer) {
            if (const auto* error = std::get_if<Error>(&answer.result)) {
                m_bannerView->setText(error->message);
            }
        });
    });
    dialog->open();
}

void MainWindow::copyRow()
{
    const QModelIndex current = m_framesView->tree().currentIndex();
    QStringList cells;
    for (int column = 0; current.isValid() && column < FramesModel::ColumnCount; ++column) {
        cells += current.siblingAtColumn(column).data().toString();
    }
    if (!cells.isEmpty()) {
        QGuiApplication::clipboard()->setText(cells.join(u'\t'));
    }
}

void MainWindow::chooseTheme(QAction* action)
{
    m_appearance.choose(action->data().value<ThemeChoice>());
}

void MainWindow::showAbout()
{
    QMessageBox box(this);
    box.setTextFormat(Qt::PlainText);
    box.setWindowTitle(tr("About Signalbox"));
    box.setIconPixmap(windowIcon().pixmap(spacing(8)));
    box.setText(tr("Signalbox %1").arg(QCoreApplication::applicationVersion()));
    box.setInformativeText(
        tr("A desktop console for WebSocket messaging with its own broker.\nGPL-3.0-or-later"));
    box.exec();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_windowState.save(*this, parts(), m_appearance.choice());
    QMainWindow::closeEvent(event);
}

} // namespace signalbox::ui
