// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/appearance.h"

#include "ui/settings/settings_portal.h"
#include "ui/widgets/flat_style.h"

#include <QtDBus/QDBusConnection>
#include <QtGui/QFontDatabase>
#include <QtGui/QFontMetrics>
#include <QtGui/QStyleHints>
#include <QtWidgets/QApplication>
#include <QtWidgets/QWidget>

#include <algorithm>

namespace signalbox::ui {

namespace {

Theme themeFor(ThemeChoice choice, Theme systemTheme)
{
    switch (choice) {
    case ThemeChoice::System:
        return systemTheme;
    case ThemeChoice::Light:
        return Theme::Light;
    case ThemeChoice::Dark:
        return Theme::Dark;
    case ThemeChoice::HighContrast:
        return Theme::HighContrast;
    }
    Q_UNREACHABLE();
}

/// A font that a widget has of its own does not follow the application's.
void scaleOwnFonts(double factor)
{
    for (QWidget* widget : QApplication::allWidgets()) {
        if (widget->testAttribute(Qt::WA_SetFont) && widget->font().pointSizeF() > 0) {
            QFont font = widget->font();
            font.setPointSizeF(font.pointSizeF() * factor);
            widget->setFont(font);
        }
    }
}

} // namespace

Appearance::Appearance(QObject* parent)
    : Appearance(SettingsPortal::sessionBus(), parent)
{
}

Appearance::Appearance([[maybe_unused]] const QDBusConnection& bus, QObject* parent)
    : QObject(parent)
    , m_systemTheme(themeOf(QGuiApplication::palette()))
    , m_systemFont(QApplication::font())
{
    QApplication::setStyle(new FlatStyle);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Appearance::apply);
#else
    m_portal = std::make_unique<SettingsPortal>(bus);
    connect(m_portal.get(), &SettingsPortal::changed, this, &Appearance::apply);
#endif
    apply();
}

Appearance::~Appearance()
{
    QApplication::setFont(m_systemFont);
}

Theme Appearance::systemTheme() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
        scheme != Qt::ColorScheme::Unknown) {
        return scheme == Qt::ColorScheme::Dark ? Theme::Dark : Theme::Light;
    }
#endif
    if (m_portal && m_portal->isDark()) {
        return *m_portal->isDark() ? Theme::Dark : Theme::Light;
    }
    return m_systemTheme;
}

void Appearance::setZoom(int percent)
{
    const int bounded = std::clamp(percent, leastZoom, mostZoom);
    if (bounded == m_zoom) {
        return;
    }
    // Not from the font of now: steps forth and back must end where they began.
    QFont font = m_systemFont;
    font.setPointSizeF(m_systemFont.pointSizeF() * bounded / 100.0);
    QApplication::setFont(font);
    scaleOwnFonts(static_cast<double>(bounded) / m_zoom);
    m_zoom = bounded;
}

void Appearance::choose(ThemeChoice choice)
{
    m_choice = choice;
    apply();
}

void Appearance::apply()
{
    QApplication::setPalette(paletteOf(themeFor(m_choice, systemTheme())));
}

QFont monospacedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(QApplication::font().pointSizeF());
    return font;
}

int spacing(int steps)
{
    // Usual text is 15 or 16 pixels high.
    return steps * std::max(8, (QFontMetrics(QApplication::font()).height() + 1) / 2);
}

} // namespace signalbox::ui
