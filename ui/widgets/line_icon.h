// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QIcon>

namespace signalbox::ui {

/// The line icon of that name in resources/icons, drawn in the text colour of the palette at the moment of
/// painting: sharp at any scale, right after a change of theme.
[[nodiscard]] QIcon lineIcon(const QString& name);

} // namespace signalbox::ui
