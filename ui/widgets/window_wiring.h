// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/appearance.h"
#include "ui/widgets/window_layouts.h"
#include "ui/widgets/window_parts.h"

#include <QtCore/QObject>

namespace signalbox::ui {

/// Connects what concerns the window itself: theme, layout, where the focus goes, help, quit. Owner: the main
/// window.
class WindowWiring final : public QObject {
    Q_OBJECT

public:
    /// The parts must outlive the wiring.
    explicit WindowWiring(const WindowParts& parts);

    void chooseTheme(ThemeChoice theme);
    void setZoom(int percent);

private:
    void connectGo();
    void connectView();
    void layoutChanged(LayoutChoice layout);
    void showCommands();
    void showAbout();
    void showShortcuts();

    WindowParts m_parts;
};

} // namespace signalbox::ui
