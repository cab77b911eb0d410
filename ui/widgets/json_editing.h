// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"

class QPlainTextEdit;

namespace signalbox::ui {

/// Breaks the JSON in an editor into lines, as one step that can be undone. The
/// error says where it is none.
Result<void> formatJsonIn(QPlainTextEdit& editor);

} // namespace signalbox::ui
