// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace signalbox {

inline constexpr qsizetype randomTokenBytes = 64; ///< as text

/// 32 bytes of the system's random numbers, as 64 hexadecimal digits in lower case.
[[nodiscard]] QByteArray randomToken();
/// Whether `text` is written like one.
[[nodiscard]] bool isRandomToken(QByteArrayView text);

} // namespace signalbox
