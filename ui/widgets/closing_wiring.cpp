// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/closing_wiring.h"

#include "ui/models/broker_state.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/main_window.h"

#include <QtGui/QActionGroup>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSystemTrayIcon>

namespace signalbox::ui {

ClosingWiring::ClosingWiring(const WindowParts& parts)
    : m_parts(parts)
{
    connect(m_parts.actions.program.showWindow, &QAction::triggered, this, &ClosingWiring::raise);
    connect(&m_parts.state, &BrokerState::brokerStopped, this, &ClosingWiring::setDecided);
}

ClosingWiring::~ClosingWiring() = default;

ClosingChoice ClosingWiring::choice() const
{
    return m_parts.actions.program.closing->checkedAction()->data().value<ClosingChoice>();
}

void ClosingWiring::setChoice(ClosingChoice choice)
{
    for (QAction* action : m_parts.actions.program.closing->actions()) {
        if (action->data().value<ClosingChoice>() == choice) {
            action->setChecked(true);
        }
    }
}

bool ClosingWiring::mayClose()
{
    if (m_isDecided || m_parts.state.clients().rowCount() == 0 || qGuiApp->isSavingSession()) {
        return true;
    }
    switch (choice()) {
    case ClosingChoice::Quit:
        return true;
    case ClosingChoice::KeepServing:
        keepServing();
        return false;
    case ClosingChoice::Ask:
        ask();
        return false;
    }
    Q_UNREACHABLE();
}

void ClosingWiring::ask()
{
    const auto hiding = QSystemTrayIcon::isSystemTrayAvailable() ? ClosingDialog::Hiding::Tray
                                                                 : ClosingDialog::Hiding::Minimised;
    auto* dialog = new ClosingDialog(m_parts.state.clients().rowCount(), hiding, &m_parts.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (dialog->isRemembered()) {
            setChoice(dialog->choice());
        }
        if (dialog->choice() == ClosingChoice::Quit) {
            m_parts.window.quit();
        } else {
            keepServing();
        }
    });
    dialog->open();
}

void ClosingWiring::keepServing()
{
    if (!QSystemTrayIcon::isSystemTrayAvailable()) {
        m_parts.window.showMinimized();
        return;
    }
    showTray();
    QGuiApplication::setQuitOnLastWindowClosed(false);
    m_parts.window.hide();
}

void ClosingWiring::showTray()
{
    if (m_tray == nullptr) {
        m_tray = new QSystemTrayIcon(m_parts.window.windowIcon(), this);
        auto* menu = new QMenu(&m_parts.window);
        menu->addActions({m_parts.actions.program.showWindow, m_parts.actions.program.quit});
        m_tray->setContextMenu(menu);
        m_tray->setToolTip(tr("Signalbox is serving"));
        connect(m_tray, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick) {
                raise();
            }
        });
    }
    m_tray->show();
}

void ClosingWiring::raise()
{
    if (m_tray != nullptr) {
        m_tray->hide();
    }
    QGuiApplication::setQuitOnLastWindowClosed(true);
    m_parts.window.setWindowState(m_parts.window.windowState() & ~Qt::WindowMinimized);
    m_parts.window.show();
    m_parts.window.raise();
    m_parts.window.activateWindow();
}

} // namespace signalbox::ui
