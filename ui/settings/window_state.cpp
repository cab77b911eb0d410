// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/window_state.h"

#include <QtCore/QSettings>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QMainWindow>
#include <QtWidgets/QSplitter>

namespace signalbox::ui {

using namespace Qt::StringLiterals;

namespace {

// Raised when docks or columns change so that an old state would not fit.
constexpr int stateVersion = 2;

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

void WindowState::save(const QMainWindow& window, const Parts& parts, ThemeChoice theme) const
{
    if (m_file.isEmpty()) {
        return;
    }
    QSettings settings(m_file, QSettings::IniFormat);
    settings.setValue(u"version"_s, stateVersion);
    settings.setValue(u"theme"_s, themeName(theme));
    settings.setValue(u"window/geometry"_s, window.saveGeometry());
    for (const auto& [name, header] : parts.headers) {
        settings.setValue(u"columns/"_s + name, header->saveState());
    }
    for (const auto& [name, splitter] : parts.splitters) {
        settings.setValue(u"splitters/"_s + name, splitter->saveState());
    }
}

void WindowState::restore(QMainWindow& window, const Parts& parts) const
{
    if (m_file.isEmpty()) {
        return;
    }
    const QSettings settings(m_file, QSettings::IniFormat);
    if (settings.value(u"version"_s).toInt() != stateVersion) {
        return;
    }
    window.restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    for (const auto& [name, header] : parts.headers) {
        header->restoreState(settings.value(u"columns/"_s + name).toByteArray());
    }
    for (const auto& [name, splitter] : parts.splitters) {
        splitter->restoreState(settings.value(u"splitters/"_s + name).toByteArray());
    }
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
