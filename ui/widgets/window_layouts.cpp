// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/window_layouts.h"

#include "ui/settings/window_state.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/clients_view.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/detail_view.h"
#include "ui/widgets/dock.h"
#include "ui/widgets/frames_tree.h"
#include "ui/widgets/frames_view.h"
#include "ui/widgets/group_strips.h"
#include "ui/widgets/main_window.h"

#include <QtWidgets/QSplitter>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

// Raised when docks change so that an old state would not fit.
constexpr int docksVersion = 3;

QString nameOf(LayoutChoice choice)
{
    return choice == LayoutChoice::Operate ? u"operate"_s : u"inspect"_s;
}

} // namespace

WindowLayouts::WindowLayouts(const WindowParts& parts)
    : m_parts(parts)
{
    arrange();
}

void WindowLayouts::choose(LayoutChoice choice)
{
    if (choice == m_choice) {
        return;
    }
    m_places[m_choice] = places();
    m_choice = choice;
    apply();
    Q_EMIT changed(choice);
}

void WindowLayouts::toggle()
{
    choose(m_choice == LayoutChoice::Inspect ? LayoutChoice::Operate : LayoutChoice::Inspect);
}

void WindowLayouts::reset()
{
    m_places.clear();
    m_parts.frames->tree().fit().reset();
    m_parts.clients->tree().fit().reset();
    arrange();
}

WindowLayouts::Places WindowLayouts::places() const
{
    return {m_parts.window.saveState(docksVersion), m_parts.centre->saveState(),
            m_parts.detail->splitter().saveState()};
}

void WindowLayouts::apply()
{
    arrange(); // for what a saved state does not name
    const Places saved = m_places.value(m_choice);
    if (!saved.docks.isEmpty() && m_parts.window.restoreState(saved.docks, docksVersion)) {
        m_parts.centre->restoreState(saved.centre);
        m_parts.detail->splitter().restoreState(saved.detail);
    }
}

void WindowLayouts::arrange()
{
    for (Dock* dock : {m_parts.clientsDock, m_parts.groupsDock, m_parts.composerDock, m_parts.cardDock}) {
        dock->setFloating(false);
        dock->show();
    }
    m_parts.window.addDockWidget(Qt::LeftDockWidgetArea, m_parts.clientsDock);
    m_parts.window.addDockWidget(Qt::LeftDockWidgetArea, m_parts.groupsDock);
    m_parts.window.addDockWidget(Qt::RightDockWidgetArea, m_parts.composerDock);
    m_parts.window.addDockWidget(Qt::BottomDockWidgetArea, m_parts.chartsDock);
    m_parts.window.addDockWidget(Qt::BottomDockWidgetArea, m_parts.servicesDock);
    for (Dock* dock : {m_parts.chartsDock, m_parts.servicesDock}) {
        dock->setFloating(false);
        dock->hide();
    }
    m_parts.window.tabifyDockWidget(m_parts.chartsDock, m_parts.servicesDock);
    m_parts.window.addDockWidget(Qt::RightDockWidgetArea, m_parts.cardDock);
    m_parts.window.tabifyDockWidget(m_parts.composerDock, m_parts.cardDock);
    m_parts.composerDock->raise();
    m_parts.detail->setVisible(m_choice == LayoutChoice::Inspect);
    m_parts.groupStrips->setVisible(m_choice == LayoutChoice::Operate);
    m_parts.detail->splitter().setSizes({spacing(40), spacing(45)});
    if (m_choice == LayoutChoice::Inspect) {
        arrangeInspect();
    } else {
        arrangeOperate();
    }
}

void WindowLayouts::arrangeInspect()
{
    m_parts.window.splitDockWidget(m_parts.clientsDock, m_parts.groupsDock, Qt::Vertical);
    setDockWidths(spacing(30), spacing(37));
    m_parts.window.resizeDocks({m_parts.clientsDock, m_parts.groupsDock}, {spacing(45), spacing(30)},
                               Qt::Vertical);
    m_parts.centre->setSizes({0, spacing(45), spacing(30)});
}

void WindowLayouts::arrangeOperate()
{
    m_parts.groupsDock->hide(); // the strips show them
    setDockWidths(spacing(30), spacing(58));
    m_parts.centre->setSizes({spacing(60), spacing(30), 0});
}

// With large text on a small screen the middle keeps half of the window.
void WindowLayouts::setDockWidths(int clients, int composer)
{
    const int room = m_parts.window.width() / 2;
    const int wanted = clients + composer;
    const int least = std::min(room, wanted);
    m_parts.window.resizeDocks({m_parts.clientsDock, m_parts.composerDock},
                               {clients * least / wanted, composer * least / wanted}, Qt::Horizontal);
}

void WindowLayouts::growWithText(double factor)
{
    setDockWidths(qRound(m_parts.clientsDock->width() * factor),
                  qRound(m_parts.composerDock->width() * factor));
}

void WindowLayouts::save(WindowState& state)
{
    m_places[m_choice] = places();
    state.setValue(u"layout"_s, nameOf(m_choice));
    for (auto place = m_places.cbegin(); place != m_places.cend(); ++place) {
        const QString name = u"layouts/"_s + nameOf(place.key());
        state.setValue(name + u"/docks"_s, place->docks);
        state.setValue(name + u"/centre"_s, place->centre);
        state.setValue(name + u"/detail"_s, place->detail);
    }
}

void WindowLayouts::restore(const WindowState& state)
{
    for (const LayoutChoice choice : {LayoutChoice::Inspect, LayoutChoice::Operate}) {
        const QString name = u"layouts/"_s + nameOf(choice);
        m_places[choice] = {state.value(name + u"/docks"_s).toByteArray(),
                            state.value(name + u"/centre"_s).toByteArray(),
                            state.value(name + u"/detail"_s).toByteArray()};
    }
    const bool operates = state.value(u"layout"_s).toString() == nameOf(LayoutChoice::Operate);
    m_choice = operates ? LayoutChoice::Operate : LayoutChoice::Inspect;
    apply();
    Q_EMIT changed(m_choice);
}

} // namespace signalbox::ui
