// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"
#include "server/xsockets/message.h"

#include <QtCore/QByteArrayView>

namespace signalbox::xsockets {

/// Reads the text of a message: one JSON object with `C`, `T`, `D`, `I`, `Q` and `R`, keys in either case,
/// all but `T` optional; other keys are passed over. `D` is a string that holds JSON, a string that does not,
/// or any value. Nothing is deeper than 64 containers. Errors: xsockets.not_a_message, for which the
/// connection ends with 1007.
[[nodiscard]] Result<Message> readMessage(QByteArrayView text);

} // namespace signalbox::xsockets
