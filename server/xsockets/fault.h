// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/error.h"

#include <array>

namespace signalbox::xsockets {

/// What a client of this dialect is told with the error topic; NotAMessage and
/// BadBinary end its connection.
enum class Fault {
    NotAMessage,
    BadController,
    BadTopic,
    BadRequest,
    ReservedTopic,
    TooManyControllers,
    TooManySubscriptions,
    TooManyProperties,
    StorageFull,
    BadPersistentId,
    BadBinary,
    TooManyUnacknowledged,
    MessagesMissed,
    RetainedFull,
    TooMuchRetained,
};

inline constexpr std::array allFaults{
    Fault::NotAMessage,          Fault::BadController,     Fault::BadTopic,
    Fault::BadRequest,           Fault::ReservedTopic,     Fault::TooManyControllers,
    Fault::TooManySubscriptions, Fault::TooManyProperties, Fault::StorageFull,
    Fault::BadPersistentId,      Fault::BadBinary,         Fault::TooManyUnacknowledged,
    Fault::MessagesMissed,       Fault::RetainedFull,      Fault::TooMuchRetained,
};

/// `detail` fills the sentence's gap; it must be printable.
[[nodiscard]] Error fault(Fault fault, const QString& detail = {});
/// {"code":…,"message":…}: the data of the error topic.
[[nodiscard]] QByteArray faultData(const Error& error);

} // namespace signalbox::xsockets
