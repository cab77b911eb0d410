// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/palette.h"

#include <QtCore/QObject>
#include <QtGui/QFont>

namespace signalbox::ui {

enum class ThemeChoice { System, Light, Dark };

/// The style and the colours of the application; switchable while it runs. Main thread. Owner: the main
/// window.
class Appearance final : public QObject {
    Q_OBJECT

public:
    /// Sets the style; the palette that the system gave decides what System means where Qt cannot tell
    /// (before 6.5).
    explicit Appearance(QObject* parent = nullptr);

    void choose(ThemeChoice choice);
    [[nodiscard]] ThemeChoice choice() const { return m_choice; }

private:
    [[nodiscard]] Theme systemTheme() const;
    void apply();

    Theme m_systemTheme;
    ThemeChoice m_choice = ThemeChoice::System;
};

/// For bytes, ids and URLs.
[[nodiscard]] QFont monospacedFont();
/// A step of the 8-pixel rhythm, grown with the text: spacing(1) is 8 at the usual size.
[[nodiscard]] int spacing(int steps);

} // namespace signalbox::ui
