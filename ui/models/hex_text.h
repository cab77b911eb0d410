// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace signalbox::ui {

/// The bytes that a text writes in hexadecimal: "81 fe 00", "81fe00", "0x81, 0xfe"; blanks, commas, colons
/// and line breaks may stand between bytes. The error says where it is wrong.
[[nodiscard]] Result<QByteArray> bytesOfHex(const QString& text);

} // namespace signalbox::ui
