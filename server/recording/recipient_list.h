// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/recipient.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <optional>

namespace signalbox::recording {

/// The recipients of a message that does not carry them in its own payload, as a chunk holds them: never
/// empty, not even for no recipients. The values are those of valid recipients.
[[nodiscard]] QByteArray packRecipients(const Recipients& recipients);
/// What packRecipients() wrote; nothing when it is not whole.
[[nodiscard]] std::optional<Recipients> unpackRecipients(QByteArrayView packed);

} // namespace signalbox::recording
