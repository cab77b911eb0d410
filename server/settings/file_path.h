// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringView>

namespace signalbox {

/// The path of a file in a setting: absolute, because a service starts in a folder that nobody thinks of.
/// Empty for an empty text. Whether the file is there is another question.
[[nodiscard]] Result<QByteArray> readFilePath(QStringView text);

} // namespace signalbox
