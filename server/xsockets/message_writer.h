// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/xsockets/message.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace signalbox::xsockets {

/// The payload of `message` at `address`: a text, or with a blob a binary message, the blob as it came.
/// `fromStore`: it says with `R` that it is the last good value.
[[nodiscard]] QByteArray messagePayload(const Address& address, const Message& message,
                                        bool fromStore = false);

/// A payload that was written without an id, with one: so that it is written once for all and numbered for
/// each.
[[nodiscard]] QByteArray withId(QByteArrayView payload, bool isBinary, quint16 id);

} // namespace signalbox::xsockets
