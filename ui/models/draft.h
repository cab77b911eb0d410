// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/recipient.h"
#include "server/core/result.h"

#include <QtCore/QByteArray>

namespace signalbox::ui {

/// How the text of a message goes into its envelope.
enum class MessageKind {
    String, ///< as a JSON string, whatever it holds
    Value,  ///< as the JSON value that it is
};

/// A message that is being written. All texts are UTF-8.
struct Draft {
    QByteArray action;
    QByteArray message;
    MessageKind kind = MessageKind::String;
    QByteArray user;  ///< empty: none
    QByteArray group; ///< empty: none
    Recipients recipients;
};

/// The envelope (PRODUCT section 3) of a draft, keys in the order of the documentation.
[[nodiscard]] QByteArray envelopeOf(const Draft& draft);
/// `utf8` as a JSON string with its quotes.
[[nodiscard]] QByteArray jsonString(QByteArrayView utf8);
/// The recipients of an envelope that was written by hand, for the preview; the error says what is wrong with
/// it.
[[nodiscard]] Result<Recipients> recipientsOf(QByteArrayView envelope);

} // namespace signalbox::ui
