// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/error.h"

#include <QtCore/QByteArray>

#include <array>

namespace signalbox::message {

/// Why a message is not a valid envelope. The codes are documented (PRODUCT section 3) and the same over a
/// socket and over HTTP; one table holds them all.
enum class EnvelopeFault {
    NotJson,
    NotObject,
    DuplicateKey,
    WrongType,
    MissingAction,
    ReservedAction,
    BadRecipient,
    TooManyRecipients,
    NameInvalid,
    TooDeep,
    TooManyKeys,
    LoneSurrogate,
    BinaryNotSupported,
};

inline constexpr std::array allEnvelopeFaults{
    EnvelopeFault::NotJson,
    EnvelopeFault::NotObject,
    EnvelopeFault::DuplicateKey,
    EnvelopeFault::WrongType,
    EnvelopeFault::MissingAction,
    EnvelopeFault::ReservedAction,
    EnvelopeFault::BadRecipient,
    EnvelopeFault::TooManyRecipients,
    EnvelopeFault::NameInvalid,
    EnvelopeFault::TooDeep,
    EnvelopeFault::TooManyKeys,
    EnvelopeFault::LoneSurrogate,
    EnvelopeFault::BinaryNotSupported,
};

/// The stable code, for example "envelope.not_json".
[[nodiscard]] QByteArray envelopeFaultCode(EnvelopeFault fault);
/// The code and the sentence that teaches. `detail` fills the sentence's gap, for faults that have one (a
/// key's name, a limit, what is wrong with a recipient); it must be printable.
[[nodiscard]] Error envelopeError(EnvelopeFault fault, const QString& detail = {});

/// The answer on a socket: {"action":"$error","code":…,"message":…}.
[[nodiscard]] QByteArray errorEnvelope(const Error& error);

} // namespace signalbox::message
