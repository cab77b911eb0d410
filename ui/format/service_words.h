// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/service_info.h"
#include "ui/format/meaning.h"

#include <QtCore/QString>

namespace signalbox::ui {

/// "● running", "✕ disabled after 3 stops": a glyph and words.
[[nodiscard]] QString serviceStateText(link::ServiceState state, int strikes);
[[nodiscard]] Meaning serviceStateMeaning(link::ServiceState state);
/// Whether it is called, or soon will be.
[[nodiscard]] bool isEnabled(link::ServiceState state);
/// Where clients connect: "/test/websocket"; of one without clients, where its resources are.
[[nodiscard]] QString serviceEndpointText(const link::ServiceInfo& service);
/// "0.4 ms"; empty: none was taken.
[[nodiscard]] QString serviceTimeText(const link::ServiceCallTimes& times);
/// "median 0.4 ms, longest 12 ms, of the last 256 calls"
[[nodiscard]] QString serviceTimesSentence(const link::ServiceCallTimes& times);
/// "chat.js, line 12: x is not defined"
[[nodiscard]] QString serviceFaultText(const link::ServiceFault& fault);
/// "▲ warning": a glyph and a word.
[[nodiscard]] QString serviceLogLevelText(link::ServiceLogLevel level);
[[nodiscard]] Meaning serviceLogLevelMeaning(link::ServiceLogLevel level);
/// Text of a script for one line: line breaks are ⏎, what is no printable character is written out.
[[nodiscard]] QString plainScriptText(const QString& text);

} // namespace signalbox::ui
