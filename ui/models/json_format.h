// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"

#include <QtCore/QByteArray>

namespace signalbox::ui {

/// A JSON text with a line for each member, indented by two. Only white space changes: numbers keep their
/// digits, keys their order, doubled keys stay. The error says where the text is not JSON.
[[nodiscard]] Result<QByteArray> formattedJson(QByteArrayView text);

} // namespace signalbox::ui
