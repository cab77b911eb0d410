// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/palette.h"

#include <QtCore/QObject>
#include <QtGui/QFont>

#include <memory>

class QDBusConnection;

namespace signalbox::ui {

class SettingsPortal;

enum class ThemeChoice { System, Light, Dark, HighContrast };

/// The style, the colours and the size of the text of the application; switchable while it runs. Main thread.
/// Owner: the main window.
class Appearance final : public QObject {
    Q_OBJECT

public:
    static constexpr int leastZoom = 80; ///< percent of the system's text
    static constexpr int mostZoom = 150;
    static constexpr int zoomStep = 10;

    /// Sets the style. What System means is asked of Qt, before 6.5 of the settings portal on `bus`, and
    /// where that says nothing the palette decides that the system gave.
    explicit Appearance(const QDBusConnection& bus, QObject* parent = nullptr);
    explicit Appearance(QObject* parent = nullptr);
    ~Appearance() override;

    void choose(ThemeChoice choice);
    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    /// Bounded by leastZoom and mostZoom. Fonts that a widget has of its own grow with the others.
    void setZoom(int percent);
    [[nodiscard]] int zoom() const { return m_zoom; }

private:
    [[nodiscard]] Theme systemTheme() const;
    void apply();

    Theme m_systemTheme;
    std::unique_ptr<SettingsPortal> m_portal; ///< null from Qt 6.5
    QFont m_systemFont;
    int m_zoom = 100;
    ThemeChoice m_choice = ThemeChoice::System;
};

/// For bytes, ids and URLs.
[[nodiscard]] QFont monospacedFont();
/// A step of the 8-pixel rhythm, grown with the text: spacing(1) is 8 at the usual size.
[[nodiscard]] int spacing(int steps);

} // namespace signalbox::ui
