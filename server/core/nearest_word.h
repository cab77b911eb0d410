// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace signalbox {

/// The word of `known` that somebody who wrote `word` most likely meant: the fewest letters to add, leave
/// out, change or swap with the next, a third of its length at most. Empty when none is that near.
[[nodiscard]] QString nearestWord(QStringView word, const QStringList& known);

} // namespace signalbox
