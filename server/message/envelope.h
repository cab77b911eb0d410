// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/recipient.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <optional>

namespace signalbox::message {

/// What the value of `message` is.
enum class MessageKind { Absent, String, OtherJson };

/// A message in the broker's own format (PRODUCT section 3), as EnvelopeParser made it: what is forwarded,
/// and what the router needs to know of it. A value, shared cheaply.
struct Envelope {
    QByteArray
        bytes; ///< what is forwarded: the sender's text, only the case of known keys put right in place
    QByteArray action;                 ///< unescaped
    std::optional<QByteArray> groupId; ///< unescaped; the empty name is the default group
    std::optional<QByteArray> userId;  ///< unescaped; whom the sender claims to be
    Recipients recipients;             ///< empty: none were given, or an empty list: the default group
    MessageKind messageKind = MessageKind::Absent;
};

/// The value of `message` as it stands in the envelope's bytes; "null" when it is absent.
[[nodiscard]] QByteArray messageJson(const Envelope& envelope);
/// The message for dialects that carry text alone: a string unescaped, anything else as its JSON, absent as
/// "null".
[[nodiscard]] QByteArray messageText(const Envelope& envelope);
/// The same out of the bytes of an envelope that EnvelopeParser made.
[[nodiscard]] QByteArray messageText(QByteArrayView envelopeBytes);
/// The action out of such bytes, unescaped.
[[nodiscard]] QByteArray actionOf(QByteArrayView envelopeBytes);

} // namespace signalbox::message
