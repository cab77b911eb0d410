// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace signalbox::ui {

/// Why a message reached nobody, as the broker says it (routing/hint.h), in the window's language. Plain text
/// in, plain text out; a part that no template fits stays as it is.
[[nodiscard]] QString hintText(const QString& hint);

} // namespace signalbox::ui
