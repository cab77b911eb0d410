// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace signalbox::ui {

/// Bytes as one word of a bash command, on one line and without a character that a terminal would act upon:
/// `plain`, 'with a blank', $'two\nlines'. They must not hold a zero byte.
[[nodiscard]] QByteArray shellWord(QByteArrayView bytes);
/// Any bytes as the format of printf, quoted for bash.
[[nodiscard]] QByteArray printfWord(QByteArrayView bytes);

} // namespace signalbox::ui
