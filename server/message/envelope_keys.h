// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <optional>

namespace signalbox::message {

/// The five keys of an envelope and the two of a recipient: read in any case, written in one (PRODUCT section
/// 3).
enum class EnvelopeKey { Action, Message, GroupId, UserId, Recipients };
enum class RecipientKey { Type, Value };

/// The key that `name` (unescaped) is, byte for byte as it leaves the broker: nearly every key is.
[[nodiscard]] std::optional<EnvelopeKey> exactEnvelopeKey(QByteArrayView name);
[[nodiscard]] std::optional<RecipientKey> exactRecipientKey(QByteArrayView name);
/// The key that `name` (unescaped) writes in any case of its ASCII letters.
[[nodiscard]] std::optional<EnvelopeKey> envelopeKey(QByteArrayView name);
[[nodiscard]] std::optional<RecipientKey> recipientKey(QByteArrayView name);
/// The spelling that leaves the broker.
[[nodiscard]] QByteArrayView keyName(EnvelopeKey key);
[[nodiscard]] QByteArrayView keyName(RecipientKey key);

/// The same envelope with the case of each known key put right in place: the same length, no other byte
/// differs. `acceptedEnvelope` is one that EnvelopeParser accepts.
[[nodiscard]] QByteArray withKeysPutRight(QByteArray acceptedEnvelope);

} // namespace signalbox::message
