// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/recipient.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <optional>

namespace signalbox::message {

/// What the router needs to know of a message in the broker's own format (PRODUCT section 3), as
/// EnvelopeParser read it. Whatever else stands in the text is forwarded and not kept.
struct Envelope {
    Recipients recipients; ///< empty: none were given, or an empty list: the default group
    /// What is forwarded instead of the sender's text: only the case of known keys differs, put right in
    /// place. Nothing: the text is right, and forwarded as it is.
    std::optional<QByteArray> putRight;
};

/// The value of `message` as it stands in the bytes of an envelope that EnvelopeParser accepts, its keys put
/// right or not; "null" when it is absent.
[[nodiscard]] QByteArray messageJson(QByteArrayView envelopeBytes);
/// The same for dialects that carry text alone: a string unescaped, anything else as its JSON, absent as
/// "null".
[[nodiscard]] QByteArray messageText(QByteArrayView envelopeBytes);
/// The action out of such bytes, unescaped.
[[nodiscard]] QByteArray actionOf(QByteArrayView envelopeBytes);

} // namespace signalbox::message
