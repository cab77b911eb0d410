// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace signalbox::ui {

/// What a row says that an operator did (link/act_notes.h), in the window's language. Plain text in, plain
/// text out; what no template fits stays as it is.
[[nodiscard]] QString actText(const QString& note);

} // namespace signalbox::ui
