// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/recipient.h"
#include "server/core/result.h"

#include <QtCore/QString>

#include <optional>

namespace signalbox::ui {

/// What somebody has typed of a recipient: "group:red", "− user:ann", "ann"; "topic:chat/say" is the group of
/// that topic of XSockets, "topic:generic/red" and "topic:red" are the group red. The type is nothing where
/// no prefix says it.
struct TypedRecipient {
    bool isExclusion = false;
    std::optional<RecipientType> type; ///< Group, User, Tag or Client
    QString name;                      ///< trimmed of nothing: names match exactly
};

[[nodiscard]] TypedRecipient typedRecipient(const QString& text);
/// The recipient that it stands for; a name without a type is of `fallback`. The error says in words why it
/// is none.
[[nodiscard]] Result<Recipient> recipientOf(const TypedRecipient& typed, RecipientType fallback);
/// How it is typed: typedRecipient() gives the same again. "group:red", "−user:ann", "everyone".
[[nodiscard]] QString typedText(const Recipient& recipient);

} // namespace signalbox::ui
