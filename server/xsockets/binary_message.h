// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"
#include "server/xsockets/message.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <optional>

namespace signalbox::xsockets {

/// A binary message: eight bytes that are a length, little endian, so many bytes of a text message, whose `D`
/// describes the blob, and the blob.
struct BinaryParts {
    QByteArrayView text;
    QByteArrayView blob;
};
/// Views into `payload`. Nothing: the length is cut off, or longer than what follows.
[[nodiscard]] std::optional<BinaryParts> splitBinary(QByteArrayView payload);
[[nodiscard]] QByteArray joinBinary(const BinaryParts& parts);

/// Errors: xsockets.bad_binary, and those of readMessage(); for each the connection ends with 1007.
[[nodiscard]] Result<Message> readBinaryMessage(QByteArrayView payload);

} // namespace signalbox::xsockets
