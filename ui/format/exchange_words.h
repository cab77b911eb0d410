// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"

#include <QtCore/QString>

namespace signalbox::ui {

/// What became of an HTTP request: "200, 1.2 ms · POST /__broadcastWebSocket.wc".
[[nodiscard]] QString answeredText(const link::FrameRow& row);
/// What became of a call of the webhook: "200, 12 ms", "503, failed, attempt 2, 8.0 ms", "no answer in time,
/// attempt 6, given up, 5.0 s".
[[nodiscard]] QString calledText(const link::FrameRow& row);
/// How long it took: "42 µs", "1.2 ms".
[[nodiscard]] QString tookText(std::chrono::microseconds took);
/// A glyph and a word for it: "⇢ called", "⚠ called again", "✕ call failed".
[[nodiscard]] QString callStateText(const link::FrameRow& row);
/// Why the application does not have a message, for an error code of the manual.
[[nodiscard]] QString callFaultText(const QByteArray& errorCode);

} // namespace signalbox::ui
