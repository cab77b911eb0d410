// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/appearance.h"

#include "ui/widgets/flat_style.h"

#include <QtGui/QFontDatabase>
#include <QtGui/QFontMetrics>
#include <QtGui/QStyleHints>
#include <QtWidgets/QApplication>

#include <algorithm>

namespace signalbox::ui {

Appearance::Appearance(QObject* parent)
    : QObject(parent)
    , m_systemTheme(themeOf(QGuiApplication::palette()))
{
    QApplication::setStyle(new FlatStyle);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Appearance::apply);
#endif
    apply();
}

Theme Appearance::systemTheme() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
        scheme != Qt::ColorScheme::Unknown) {
        return scheme == Qt::ColorScheme::Dark ? Theme::Dark : Theme::Light;
    }
#endif
    return m_systemTheme;
}

void Appearance::choose(ThemeChoice choice)
{
    m_choice = choice;
    apply();
}

void Appearance::apply()
{
    const Theme theme = m_choice == ThemeChoice::System ? systemTheme()
                        : m_choice == ThemeChoice::Dark ? Theme::Dark
                                                        : Theme::Light;
    QApplication::setPalette(paletteOf(theme));
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
