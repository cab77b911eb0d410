// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/format/meaning.h"

#include <QtGui/QPalette>

namespace signalbox::ui {

enum class Theme { Light, Dark, HighContrast };

/// The colours of a theme that QPalette has no role for. Texts reach a contrast of 4.5 on Base and
/// AlternateBase, and the meanings stay apart for eyes that lack a kind of cones; a test computes both.
struct Colors {
    QColor accent;
    QColor muted;
    QColor good;
    QColor warning;
    QColor bad;
    QColor incoming;
    QColor outgoing;
    QColor line;        ///< between areas
    QColor warningFill; ///< behind a banner and a button that would reach nobody
    QColor headFill;    ///< behind the header's bytes
    QColor markFill;    ///< behind the bytes of the selected field
};

[[nodiscard]] QPalette paletteOf(Theme theme);
[[nodiscard]] const Colors& colorsOf(Theme theme);
[[nodiscard]] Theme themeOf(const QPalette& palette);
[[nodiscard]] const Colors& colorsFor(const QPalette& palette);
[[nodiscard]] QColor meaningColor(const QPalette& palette, Meaning meaning);
/// Behind a text: as much of a meaning's colour as the text and the meanings can stand on.
[[nodiscard]] QColor meaningFill(const QPalette& palette, Meaning meaning);
/// WCAG 2 contrast of two colours: 1 to 21.
[[nodiscard]] double contrast(const QColor& one, const QColor& other);

} // namespace signalbox::ui
