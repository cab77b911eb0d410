// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/closing_dialog.h"
#include "ui/widgets/window_parts.h"

#include <QtCore/QObject>

class QSystemTrayIcon;

namespace signalbox::ui {

/// Decides what closing the window means while clients are connected: it asks once, and keeps the broker
/// serving from the tray, or minimised where there is no tray. Owner: the main window.
class ClosingWiring final : public QObject {
    Q_OBJECT

public:
    /// The parts must outlive the wiring.
    explicit ClosingWiring(const WindowParts& parts);
    ~ClosingWiring() override;

    /// What is remembered.
    [[nodiscard]] ClosingChoice choice() const;
    void setChoice(ClosingChoice choice);

    /// The window is about to close. False: not now; it asks, or it has hidden the window.
    [[nodiscard]] bool mayClose();
    /// From now on nothing is asked.
    void setDecided() { m_isDecided = true; }
    /// Out of the tray, to the front.
    void raise();

private:
    void ask();
    void keepServing();
    void showTray();

    WindowParts m_parts;
    QSystemTrayIcon* m_tray = nullptr; ///< made when it is needed first
    bool m_isDecided = false;
};

} // namespace signalbox::ui
