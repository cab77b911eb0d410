// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/window_wiring.h"

#include "ui/dialogs/shortcuts_dialog.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/charts_view.h"
#include "ui/widgets/clients_view.h"
#include "ui/widgets/composer.h"
#include "ui/widgets/dock.h"
#include "ui/widgets/frames_tree.h"
#include "ui/widgets/frames_view.h"
#include "ui/widgets/groups_view.h"
#include "ui/widgets/main_window.h"
#include "ui/widgets/message_form.h"

#include <QtCore/QCoreApplication>
#include <QtGui/QActionGroup>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QPlainTextEdit>

namespace signalbox::ui {

WindowWiring::WindowWiring(const WindowParts& parts)
    : m_parts(parts)
{
    const Actions& actions = m_parts.actions;
    connect(actions.program.quit, &QAction::triggered, &m_parts.window, &QWidget::close);
    connect(actions.program.about, &QAction::triggered, this, &WindowWiring::showAbout);
    connect(actions.program.shortcuts, &QAction::triggered, this, &WindowWiring::showShortcuts);
    connect(actions.view.resetLayout, &QAction::triggered, &m_parts.window, &MainWindow::resetLayout);
    connect(actions.view.themes, &QActionGroup::triggered, this, [this](const QAction* action) {
        m_parts.window.appearance().choose(action->data().value<ThemeChoice>());
    });
    connectGo();
}

void WindowWiring::connectGo()
{
    const ViewActions& view = m_parts.actions.view;
    const auto goTo = [this](QAction* action, Dock* dock, QWidget* target) {
        connect(action, &QAction::triggered, this, [dock, target] {
            if (dock != nullptr) {
                dock->show();
                dock->raise();
            }
            target->setFocus(Qt::ShortcutFocusReason);
        });
    };
    goTo(view.goToClients, m_parts.clientsDock, &m_parts.clients->tree());
    goTo(view.goToGroups, m_parts.groupsDock, m_parts.groups);
    goTo(view.goToFrames, nullptr, &m_parts.frames->tree());
    goTo(view.goToCharts, m_parts.chartsDock, m_parts.charts);
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
