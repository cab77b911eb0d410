// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"
#include "server/link/commands.h"
#include "ui/models/draft.h"

namespace signalbox::ui {

/// The most that a broker may be set to take as one message (limits.max_message).
inline constexpr qint64 maxMessageBytes = 64LL << 20;

/// The command that sends a draft whose variables are filled in, with confirmations. The error says in words
/// what is missing or wrong.
[[nodiscard]] Result<link::Command> commandOf(const Draft& draft);
/// The bytes of a raw message.
[[nodiscard]] Result<QByteArray> payloadOf(const Draft& draft);
/// What is wrong with the message, as one types: JSON that is none, hexadecimal digits that are none; empty:
/// nothing.
[[nodiscard]] QString messageFault(const Draft& draft);

} // namespace signalbox::ui
