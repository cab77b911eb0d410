// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace signalbox::websocket {

/// Whether `key` is a Sec-WebSocket-Key: 16 bytes in base64, nothing around them (RFC 6455 §4.1, §4.2.1).
[[nodiscard]] bool isHandshakeKey(QByteArrayView key);
/// The Sec-WebSocket-Accept that answers `key` (RFC 6455 §4.2.2).
[[nodiscard]] QByteArray acceptKey(QByteArrayView key);

} // namespace signalbox::websocket
