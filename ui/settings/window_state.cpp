// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/window_state.h"

#include <QtCore/QSettings>
#include <QtWidgets/QMainWindow>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

// Raised when docks or columns change so that an old state would not fit.
constexpr int stateVersion = 3;

QString themeName(ThemeChoice theme)
{
    switch (theme) {
    case ThemeChoice::System:
        return u"system"_s;
    case ThemeChoice::Light:
        return u"light"_s;
    case ThemeChoice::Dark:
        return u"dark"_s;
    case ThemeChoice::HighContrast:
        return u"high contrast"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

void WindowState::save(const QMainWindow& window, ThemeChoice theme) const
{
    if (m_file.isEmpty()) {
        return;
    }
    QSettings settings(m_file, QSettings::IniFormat);
    settings.setValue(u"version"_s, stateVersion);
    settings.setValue(u"theme"_s, themeName(theme));
    settings.setValue(u"window/geometry"_s, window.saveGeometry());
}

void WindowState::restore(QMainWindow& window) const
{
    if (m_file.isEmpty()) {
        return;
    }
    const QSettings settings(m_file, QSettings::IniFormat);
    if (settings.value(u"version"_s).toInt() != stateVersion) {
        return;
    }
    window.restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
}

QVariant WindowState::value(const QString& name) const
{
    return m_file.isEmpty() ? QVariant() : QSettings(m_file, QSettings::IniFormat).value(name);
}

void WindowState::setValue(const QString& name, const QVariant& value)
{
    if (!m_file.isEmpty()) {
        QSettings(m_file, QSettings::IniFormat).setValue(name, value);
    }
}

ThemeChoice WindowState::theme() const
{
    if (m_file.isEmpty()) {
        return ThemeChoice::System;
    }
    const QString name = QSettings(m_file, QSettings::IniFormat).value(u"theme"_s).toString();
    for (const ThemeChoice theme : {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast}) {
        if (name == themeName(theme)) {
            return theme;
        }
    }
    return ThemeChoice::System;
}

} // namespace signalbox::ui
