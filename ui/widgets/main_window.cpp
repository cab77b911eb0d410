// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/main_window.h"
#include "ui/models/colour_rules.h"
#include "ui/models/filter_memory.h"

#include "ui/widgets/banner.h"
#include "ui/widgets/broker_wiring.h"
#include "ui/widgets/charts_view.h"
#include "ui/widgets/client_card.h"
#include "ui/widgets/clients_view.h"
#include "ui/widgets/closing_wiring.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/composer_wiring.h"
#include "ui/widgets/detail_view.h"
#include "ui/widgets/detail_wiring.h"
#include "ui/widgets/dock.h"
#include "ui/widgets/filter_line.h"
#include "ui/widgets/frame_acts.h"
#include "ui/widgets/frame_filtering.h"
#include "ui/widgets/frames_tree.h"
#include "ui/widgets/frames_view.h"
#include "ui/widgets/frames_wiring.h"
#include "ui/widgets/group_strips.h"
#include "ui/widgets/groups_view.h"
#include "ui/widgets/linked_tree.h"
#include "ui/widgets/listening_bar.h"
#include "ui/widgets/main_menu.h"
#include "ui/widgets/people_wiring.h"
#include "ui/widgets/refusal_bar.h"
#include "ui/widgets/services_view.h"
#include "ui/widgets/services_wiring.h"
#include "ui/widgets/status_strip.h"
#include "ui/widgets/strikes_bar.h"
#include "ui/widgets/window_layouts.h"
#include "ui/widgets/window_wiring.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QCloseEvent>
#include <QtGui/QScreen>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenuBar>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QStyle>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

/// Of a window that was never opened before, where the screen has room.
constexpr QSize firstSize(1440, 860);

/// Of the screen, without what the desktop draws around a window: that is not known before it is shown.
QSize roomFor(const QWidget& window)
{
    const int title = window.style()->pixelMetric(QStyle::PM_TitleBarHeight);
    return window.screen()->availableSize() - QSize(spacing(1), title + spacing(1));
}

} // namespace

MainWindow::MainWindow(link::BrokerLink& link, const link::WindowOptions& options)
    : m_state(link)
    , m_windowState(options.stateFile)
    , m_parts{*this, m_state, m_actions}
{
    if (const int zoom = m_windowState.value(u"zoom"_s).toInt(); zoom != 0) {
        m_appearance.setZoom(zoom); // before there is a widget
    }
    setWindowTitle(options.place.isEmpty() ? tr("Signalbox")
                                           : u"%1 – %2"_s.arg(options.place, tr("Signalbox")));
    setWindowIcon(QIcon(u":/icons/signalbox.svg"_s));
    setDockNestingEnabled(true);
    m_parts.bar = new ListeningBar(m_state, m_actions);
    addToolBar(m_parts.bar);
    buildCentre();
    buildDocks(options.stateFolder);
    if (!options.place.isEmpty()) {
        auto* const place = new QLabel(tr("Attached to %1").arg(options.place));
        place->setTextFormat(Qt::PlainText);
        statusBar()->addWidget(place);
    }
    statusBar()->addWidget(new StatusStrip(m_state), 1);
    statusBar()->setSizeGripEnabled(false);
    buildMainMenu(*menuBar(), m_actions,
                  {m_parts.clientsDock, m_parts.groupsDock, m_parts.composerDock, m_parts.cardDock,
                   m_parts.chartsDock, m_parts.servicesDock});
    m_layouts = std::make_unique<WindowLayouts>(m_parts);
    wire(options);
    restore();
}

MainWindow::~MainWindow()
{
    save(); // the program may end without closing the window
    hide(); // the base class would do it, when the models that the views show are gone
}

void MainWindow::buildCentre()
{
    m_parts.banner = new Banner;
    m_parts.frames = new FramesView(m_state.frames());
    m_parts.filtering =
        new FrameFiltering(m_parts.bar->filterEdit(), *m_parts.frames, m_state.frames(), this);
    m_parts.frameActs =
        new FrameActs({*m_parts.frames, m_state.frames(), *m_parts.filtering, m_state.commands(),
                       m_actions.frames, [this] { return m_state.listeners().url; }},
                      this);
    m_parts.filters = new FilterMemory(this);
    m_parts.colourRules = new ColourRules(this);
    m_parts.frames->tree().setColourRules(*m_parts.colourRules);
    m_parts.filterLine = new FilterLine(*m_parts.filters);
    m_parts.detail = new DetailView(m_state);
    m_parts.centre = new QSplitter(Qt::Vertical);
    m_parts.groupStrips = new GroupStrips(m_state.groups(), m_state.names());
    m_parts.groupStrips->hide(); // Operate shows it
    m_parts.centre->addWidget(m_parts.groupStrips);
    m_parts.centre->addWidget(m_parts.frames);
    m_parts.centre->addWidget(m_parts.detail);
    m_parts.centre->setStretchFactor(0, 2);
    m_parts.centre->setStretchFactor(1, 3);
    m_parts.centre->setStretchFactor(2, 2);
    m_parts.centre->setChildrenCollapsible(false);
    auto* centre = new QWidget;
    auto* layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_parts.filterLine);
    layout->addWidget(m_parts.banner);
    layout->addWidget(new RefusalBar(m_state));
    m_parts.strikes = new StrikesBar(m_state.services());
    layout->addWidget(m_parts.strikes);
    layout->addWidget(m_parts.centre, 1);
    setCentralWidget(centre);
}

void MainWindow::buildDocks(const QString& folder)
{
    m_parts.clients = new ClientsView(m_state.clients());
    m_parts.groups = new GroupsView(m_state.groups());
    m_parts.card = new ClientCard(m_state, m_actions.people);
    m_parts.composer = new Composer(m_state, folder);
    m_parts.clientsDock = new Dock(u"clients"_s, tr("Clients"), m_parts.clients, this);
    m_parts.groupsDock = new Dock(u"groups"_s, tr("Groups"), m_parts.groups, this);
    m_parts.cardDock = new Dock(u"client"_s, tr("Client"), m_parts.card, this);
    m_parts.composerDock = new Dock(u"composer"_s, tr("Message"), m_parts.composer, this);
    m_parts.charts = new ChartsView(m_state.history());
    m_parts.chartsDock = new Dock(u"charts"_s, tr("Charts"), m_parts.charts, this);
    m_parts.services = new ServicesView(m_state, m_actions.services);
    m_parts.servicesDock = new Dock(u"services"_s, tr("Services"), m_parts.services, this);
}

void MainWindow::wire(const link::WindowOptions& options)
{
    m_framesWiring = std::make_unique<FramesWiring>(m_parts);
    m_detailWiring = std::make_unique<DetailWiring>(m_parts);
    m_peopleWiring = std::make_unique<PeopleWiring>(m_parts);
    m_servicesWiring = std::make_unique<ServicesWiring>(m_parts, options.place.isEmpty());
    m_composerWiring = std::make_unique<ComposerWiring>(m_parts, options.stateFile);
    m_brokerWiring = std::make_unique<BrokerWiring>(m_parts);
    m_windowWiring = std::make_unique<WindowWiring>(m_parts);
    m_closing = std::make_unique<ClosingWiring>(m_parts);
    m_closing->setChoice(static_cast<ClosingChoice>(m_windowState.value(u"closing"_s).toInt()));
    m_brokerWiring->setNotice(options.banner);
    m_brokerWiring->setPlace(options.place, options.readOnly);
    m_windowWiring->chooseTheme(m_windowState.theme());
    m_windowWiring->setZoom(m_appearance.zoom());
}

void MainWindow::restore()
{
    const QSize room = roomFor(*this);
    resize(firstSize.boundedTo(room));
    m_windowState.restore(*this);
    if (!isMaximized()) { // the screen may be a smaller one than last time
        resize(size().boundedTo(room));
    }
    for (const auto& [name, fit] : rememberedColumns()) {
        fit->restore(m_windowState.value(u"columns/"_s + name).toByteArray());
    }
    m_layouts->restore(m_windowState);
    m_parts.filters->restore(m_windowState.value(u"filters/kept"_s).toStringList(),
                             m_windowState.value(u"filters/recent"_s).toStringList());
    m_parts.colourRules->restore(m_windowState.value(u"filters/colours"_s).toStringList());
}

void MainWindow::quit()
{
    m_closing->setDecided();
    close();
    QCoreApplication::quit();
}

QList<std::pair<QString, ColumnFit*>> MainWindow::rememberedColumns() const
{
    return {{u"frames"_s, &m_parts.frames->tree().fit()}, {u"clients"_s, &m_parts.clients->tree().fit()}};
}

void MainWindow::save()
{
    m_windowState.save(*this, m_appearance.choice());
    for (const auto& [name, fit] : rememberedColumns()) {
        m_windowState.setValue(u"columns/"_s + name, fit->state());
    }
    m_windowState.setValue(u"zoom"_s, m_appearance.zoom());
    m_windowState.setValue(u"closing"_s, static_cast<int>(m_closing->choice()));
    m_layouts->save(m_windowState);
    m_windowState.setValue(u"filters/kept"_s, m_parts.filters->keptAsTexts());
    m_windowState.setValue(u"filters/recent"_s, m_parts.filters->recent());
    m_windowState.setValue(u"filters/colours"_s, m_parts.colourRules->asTexts());
}

void MainWindow::showEvent(QShowEvent* event)
{
    QMainWindow::showEvent(event);
    if (focusWidget() == nullptr) { // else Stop, the first in the tab order, is a space away from everybody
        m_parts.bar->filterEdit().setFocus();
    }
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    save();
    event->setAccepted(m_closing->mayClose());
}

} // namespace signalbox::ui
