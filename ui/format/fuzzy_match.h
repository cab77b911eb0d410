// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace signalbox::ui {

/// How well `typed` fits `text` when its letters must come in that order, case aside: 0 not at all, more is
/// better. Letters that follow each other and that begin a word count more. Nothing typed fits everything.
[[nodiscard]] int fuzzyMatch(QStringView typed, QStringView text);

} // namespace signalbox::ui
