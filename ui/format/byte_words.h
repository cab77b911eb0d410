// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QString>

namespace signalbox::ui {

/// The character that stands for a byte in a bytes view: printable ASCII as it is, "·" for the rest.
[[nodiscard]] QChar byteCharacter(char byte);
/// "7b 22 61"
[[nodiscard]] QString hexText(QByteArrayView bytes);
/// As a C string literal without its quotes: {\"a\":1}\n\x00; a digit after \x ends the escape with "".
[[nodiscard]] QString escapedText(QByteArrayView bytes);

} // namespace signalbox::ui
