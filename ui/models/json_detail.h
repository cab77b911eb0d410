// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/detail_node.h"
#include "ui/models/json_outline.h"

#include <QtCore/QByteArrayView>

namespace signalbox::ui {

enum class JsonUse { Plain, Envelope, XSockets };

/// A JSON value as lines of the detail: members and elements, doubled keys marked, strings that hold JSON
/// opened, pictures found. Its first byte is at `base` of `source`.
[[nodiscard]] DetailNode jsonDetail(const JsonNode& json, const QString& name, qsizetype base,
                                    BytesSource source, JsonUse use);

/// Where a text that looks like JSON is none: "line 1, byte 15: …"; empty for a text that does not look like
/// it.
[[nodiscard]] QString jsonFaultText(QByteArrayView text);

} // namespace signalbox::ui
