// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/websocket/frame_header.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace signalbox::websocket {

/// One whole frame as a server sends it: final, unmasked, in the shortest length form. One allocation.
/// A control frame's payload has at most maxControlPayloadBytes (RFC 6455 §5.5).
[[nodiscard]] QByteArray encodeFrame(Opcode opcode, QByteArrayView payload);

/// The same as a client sends it, masked with `key` (RFC 6455 §5.3). For tests: a real client's key is
/// random.
[[nodiscard]] QByteArray encodeMasked(Opcode opcode, QByteArrayView payload,
                                      const std::array<quint8, 4>& key);

/// Any frame, faulty ones too: `header` as it is, but with the payload's length.
[[nodiscard]] QByteArray encodeWithHeader(FrameHeader header, QByteArrayView payload);

} // namespace signalbox::websocket
