// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/window_wiring.h"

#include "ui/dialogs/command_palette.h"
#include "ui/dialogs/shortcuts_dialog.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/bytes_view.h"
#include "ui/widgets/charts_view.h"
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
#include "ui/widgets/plain_tree.h"
#include "ui/widgets/services_view.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QActionGroup>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPlainTextEdit>

namespace signalbox::ui {

WindowWiring::WindowWiring(const WindowParts& parts)
    : m_parts(parts)
{
    const Actions& actions = m_parts.actions;
    connect(actions.program.closeWindow, &QAction::triggered, &m_parts.window, &QWidget::close);
    connect(actions.program.quit, &QAction::triggered, &m_parts.window, &MainWindow::quit);
    connect(actions.program.about, &QAction::triggered, this, &WindowWiring::showAbout);
    connect(actions.program.shortcuts, &QAction::triggered, this, &WindowWiring::showShortcuts);
    connect(actions.view.commands, &QAction::triggered, this, &WindowWiring::showCommands);
    connectView();
    connectGo();
}

void WindowWiring::connectView()
{
    const ViewActions& view = m_parts.actions.view;
    MainWindow& window = m_parts.window;
    connect(view.switchLayout, &QAction::triggered, &window.layouts(), &WindowLayouts::toggle);
    connect(view.resetLayout, &QAction::triggered, &window.layouts(), &WindowLayouts::reset);
    connect(&window.layouts(), &WindowLayouts::changed, this, &WindowWiring::layoutChanged);
    connect(view.themes, &QActionGroup::triggered, this, [&window](const QAction* action) {
        window.appearance().choose(action->data().value<ThemeChoice>());
    });
    const auto zoom = [this](int step) { setZoom(m_parts.window.appearance().zoom() + step); };
    connect(view.zoomIn, &QAction::triggered, this, [zoom] { zoom(Appearance::zoomStep); });
    connect(view.zoomOut, &QAction::triggered, this, [zoom] { zoom(-Appearance::zoomStep); });
    connect(view.zoomReset, &QAction::triggered, this, [this] { setZoom(100); });
}

void WindowWiring::setZoom(int percent)
{
    Appearance& appearance = m_parts.window.appearance();
    const int before = appearance.zoom();
    appearance.setZoom(percent);
    if (appearance.zoom() != before) {
        m_parts.window.layouts().growWithText(static_cast<double>(appearance.zoom()) / before);
    }
    const ViewActions& view = m_parts.actions.view;
    view.zoomIn->setEnabled(appearance.zoom() < Appearance::mostZoom);
    view.zoomOut->setEnabled(appearance.zoom() > Appearance::leastZoom);
    view.zoomReset->setEnabled(appearance.zoom() != 100);
}

void WindowWiring::layoutChanged(LayoutChoice layout)
{
    m_parts.actions.view.switchLayout->setText(layout == LayoutChoice::Operate ? tr("&Inspect layout")
                                                                               : tr("&Operate layout"));
}

void WindowWiring::connectGo()
{
    const ViewActions& view = m_parts.actions.view;
    const auto goTo = [this](QAction* action, Dock* dock, QWidget* target) {
        connect(action, &QAction::triggered, this, [this, dock, target] {
            if (dock != nullptr) {
                dock->show();
                dock->raise();
            }
            if (m_parts.detail->isAncestorOf(target)) {
                m_parts.window.layouts().choose(LayoutChoice::Inspect); // only there is it seen
            }
            target->setFocus(Qt::ShortcutFocusReason);
        });
    };
    goTo(view.goToClients, m_parts.clientsDock, &m_parts.clients->tree());
    goTo(view.goToGroups, m_parts.groupsDock, m_parts.groups);
    goTo(view.goToFrames, nullptr, &m_parts.frames->tree());
    goTo(view.goToCharts, m_parts.chartsDock, m_parts.charts);
    goTo(view.goToServices, m_parts.servicesDock, m_parts.services);
    goTo(view.goToDetail, nullptr, &m_parts.detail->tree());
    goTo(view.goToBytes, nullptr, &m_parts.detail->bytes());
    goTo(view.goToReceipts, m_parts.composerDock, &m_parts.composer->receipts());
    goTo(view.goToFilter, nullptr, &m_parts.bar->filterEdit());
    goTo(view.goToComposer, m_parts.composerDock, &m_parts.composer->form().message());
}

void WindowWiring::chooseTheme(ThemeChoice theme)
{
    for (QAction* action : m_parts.actions.view.themes->actions()) {
        if (action->data().value<ThemeChoice>() == theme) {
            action->trigger();
        }
    }
}

void WindowWiring::showCommands()
{
    auto* palette = new CommandPalette(m_parts.actions.all(), &m_parts.window);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->open();
}

void WindowWiring::showShortcuts()
{
    ShortcutsDialog(m_parts.actions.all(), &m_parts.window).exec();
}

void WindowWiring::showAbout()
{
    QMessageBox box(&m_parts.window);
    box.setTextFormat(Qt::PlainText);
    box.setWindowTitle(tr("About Signalbox"));
    box.setIconPixmap(m_parts.window.windowIcon().pixmap(spacing(8)));
    box.setText(tr("Signalbox %1").arg(QCoreApplication::applicationVersion()));
    box.setInformativeText(
        tr("A desktop console for WebSocket messaging with its own broker.\nGPL-3.0-or-later"));
    box.exec();
}

} // namespace signalbox::ui
