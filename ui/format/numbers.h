// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QString>

namespace signalbox::ui {

/// The user's locale; where there is none ("C"), English, so that thousands are always separated.
[[nodiscard]] QLocale displayLocale();
/// 1,204
[[nodiscard]] QString countText(qint64 count);
[[nodiscard]] QString countText(quint64 count);
/// "214 B", "9.4 KB", "41 MB": for cells. Units of 1024.
[[nodiscard]] QString bytesText(qint64 bytes);
/// "214 bytes", "9,626 bytes": for sentences.
[[nodiscard]] QString exactBytesText(qint64 bytes);
/// Messages or frames in a second: "0", "3.2", "3,120".
[[nodiscard]] QString rateText(double perSecond);

} // namespace signalbox::ui
