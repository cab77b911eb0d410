// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/websocket/close_code.h"
#include "server/websocket/protocol_error.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <variant>

namespace signalbox::websocket {

/// What a close frame says: RFC 6455 §5.5.1.
struct ClosePayload {
    quint16 code = close_code::noStatusReceived;
    QByteArray reason; ///< UTF-8

    friend bool operator==(const ClosePayload&, const ClosePayload&) = default;
};

/// An empty payload is noStatusReceived (1005).
[[nodiscard]] std::variant<ClosePayload, ProtocolFault> parseClosePayload(QByteArrayView payload);

/// The payload of a close frame. `code` may be on the wire, or is noStatusReceived, which makes the payload
/// empty. `reason` is UTF-8; a long one is cut after its last whole character within maxCloseReasonBytes: the
/// only cut that we ever make, because a control frame has no more room.
[[nodiscard]] QByteArray encodeClosePayload(quint16 code, QByteArrayView reason = {});

} // namespace signalbox::websocket
