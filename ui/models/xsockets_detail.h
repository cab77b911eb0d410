// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/detail_node.h"
#include "ui/models/json_outline.h"

#include <QtCore/QByteArrayView>

namespace signalbox::ui {

/// A message of XSockets.NET as lines of the detail: its fields by their names, what a reserved topic asks
/// for, the data opened. Its first byte is at `base` of `source`.
[[nodiscard]] DetailNode xsocketsDetail(const JsonNode& json, qsizetype base, BytesSource source);

/// Whether a text that the broker wrote is such a message.
[[nodiscard]] bool isXSocketsText(QByteArrayView text);

} // namespace signalbox::ui
