// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/palette.h"

#include <algorithm>
#include <cmath>

namespace signalbox::ui {

namespace {

struct Surface {
    QRgb window, base, alternate, button, text, muted, disabled, accent, onAccent, shadow, mid, light;
};

constexpr Surface lightSurface{0xFFF3F4F6, 0xFFFFFFFF, 0xFFF8F9FA, 0xFFFFFFFF, 0xFF1C2128, 0xFF59636E,
                               0xFF98A0AA, 0xFF1F63C7, 0xFFFFFFFF, 0xFFB4BBC4, 0xFFD5D9DF, 0xFFFFFFFF};
constexpr Surface darkSurface{0xFF1F2329, 0xFF16191E, 0xFF1B1F25, 0xFF2B3038, 0xFFE3E6EA, 0xFF9BA5B1,
                              0xFF626B77, 0xFF2F6FD0, 0xFFFFFFFF, 0xFF0C0E11, 0xFF383F49, 0xFF343A43};

constexpr Surface highContrastSurface{0xFF000000, 0xFF000000, 0xFF0D0D0D, 0xFF000000, 0xFFFFFFFF, 0xFFE0E0E0,
                                      0xFFA0A0A0, 0xFFFFD800, 0xFF000000, 0xFFFFFFFF, 0xFFFFFFFF, 0xFF606060};

const Surface& surfaceOf(Theme theme)
{
    switch (theme) {
    case Theme::Light:
        return lightSurface;
    case Theme::Dark:
        return darkSurface;
    case Theme::HighContrast:
        return highContrastSurface;
    }
    Q_UNREACHABLE();
}

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QPalette paletteOf(Theme theme)
{
    const Surface& surface = surfaceOf(theme);
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(surface.window));
    palette.setColor(QPalette::WindowText, QColor(surface.text));
    palette.setColor(QPalette::Base, QColor(surface.base));
    palette.setColor(QPalette::AlternateBase, QColor(surface.alternate));
    palette.setColor(QPalette::Text, QColor(surface.text));
    palette.setColor(QPalette::Button, QColor(surface.button));
    palette.setColor(QPalette::ButtonText, QColor(surface.text));
    palette.setColor(QPalette::BrightText, QColor(surface.onAccent));
    palette.setColor(QPalette::Highlight, QColor(surface.accent));
    palette.setColor(QPalette::HighlightedText, QColor(surface.onAccent));
    palette.setColor(QPalette::Link, colorsOf(theme).accent);
    palette.setColor(QPalette::LinkVisited, colorsOf(theme).accent);
    palette.setColor(QPalette::PlaceholderText, QColor(surface.muted));
    palette.setColor(QPalette::ToolTipBase, QColor(surface.button));
    palette.setColor(QPalette::ToolTipText, QColor(surface.text));
    palette.setColor(QPalette::Light, QColor(surface.light));
    palette.setColor(QPalette::Midlight, QColor(surface.mid));
    palette.setColor(QPalette::Mid, QColor(surface.mid));
    palette.setColor(QPalette::Dark, QColor(surface.shadow));
    palette.setColor(QPalette::Shadow, QColor(surface.shadow));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, QColor(surface.disabled));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(surface.mid));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(surface.text));
    return palette;
}

const Colors& colorsOf(Theme theme)
{
    static const Colors light{QColor(0xFF1F63C7), QColor(0xFF59636E), QColor(0xFF006756), QColor(0xFF733E00),
                              QColor(0xFFB44331), QColor(0xFF115FB8), QColor(0xFF68328B), QColor(0xFFD8DCE1),
                              QColor(0xFFFFF1CC), QColor(0xFFE7EEF9), QColor(0xFFFFE08A)};
    static const Colors dark{QColor(0xFF78AEFF), QColor(0xFF9BA5B1), QColor(0xFF56D095), QColor(0xFFF2B84B),
                             QColor(0xFFFF8A80), QColor(0xFF6BBBF9), QColor(0xFFD2A9D9), QColor(0xFF323842),
                             QColor(0xFF453614), QColor(0xFF24344D), QColor(0xFF6B5413)};
    static const Colors highContrast{QColor(0xFFFFD800), QColor(0xFFE0E0E0), QColor(0xFF5CFFC9),
                                     QColor(0xFFFFC233), QColor(0xFFFF9C94), QColor(0xFF9ED0FF),
                                     QColor(0xFFEA9BDC), QColor(0xFFFFFFFF), QColor(0xFF4A3500),
                                     QColor(0xFF003A66), QColor(0xFF6B5A00)};
    switch (theme) {
    case Theme::Light:
        return light;
    case Theme::Dark:
        return dark;
    case Theme::HighContrast:
        return highContrast;
    }
    Q_UNREACHABLE();
}

Theme themeOf(const QPalette& palette)
{
    if (luminance(palette.color(QPalette::Base)) >= luminance(palette.color(QPalette::Text))) {
        return Theme::Light;
    }
    return palette.color(QPalette::Base).rgb() == highContrastSurface.base ? Theme::HighContrast
                                                                           : Theme::Dark;
}

const Colors& colorsFor(const QPalette& palette)
{
    return colorsOf(themeOf(palette));
}

QColor meaningColor(const QPalette& palette, Meaning meaning)
{
    const Colors& colors = colorsFor(palette);
    switch (meaning) {
    case Meaning::Normal:
        return palette.color(QPalette::Text);
    case Meaning::Muted:
        return colors.muted;
    case Meaning::Good:
        return colors.good;
    case Meaning::Warning:
        return colors.warning;
    case Meaning::Bad:
        return colors.bad;
    case Meaning::Incoming:
        return colors.incoming;
    case Meaning::Outgoing:
        return colors.outgoing;
    }
    Q_UNREACHABLE();
}

QColor meaningFill(const QPalette& palette, Meaning meaning)
{
    constexpr double readable = 4.5;
    const QColor base = paletteOf(themeOf(palette)).color(QPalette::Base);
    const QColor text = paletteOf(themeOf(palette)).color(QPalette::Text);
    const QColor colour = meaningColor(palette, meaning);
    QColor fill = base;
    for (const double part : {0.05, 0.1, 0.15, 0.2}) {
        const auto mixed = [part](double one, double other) { return one + (other - one) * part; };
        const QColor next = QColor::fromRgbF(static_cast<float>(mixed(base.redF(), colour.redF())),
                                             static_cast<float>(mixed(base.greenF(), colour.greenF())),
                                             static_cast<float>(mixed(base.blueF(), colour.blueF())));
        if (contrast(text, next) >= readable) {
            fill = next;
        }
    }
    return fill;
}

double contrast(const QColor& one, const QColor& other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace signalbox::ui
