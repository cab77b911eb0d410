// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QObject>

namespace signalbox {

inline namespace end_reason_enum {
Q_NAMESPACE
/// Every way in which a connection can end has a name that the operator sees.
enum class EndReason {
    PeerClosed,     ///< the peer sent a close frame
    Vanished,       ///< the connection broke, or a pong did not come in time
    ProtocolError,  ///< the peer broke RFC 6455
    InvalidPayload, ///< text that is not UTF-8
    MessageTooBig,
    SlowClient,
    FrameTimedOut, ///< a frame began and did not end
    DisconnectedByOperator,
    Shutdown,
    PolicyViolation, ///< a dialect or a service ended it
};
Q_ENUM_NS(EndReason)
} // namespace end_reason_enum

/// For the log: "peer closed", "vanished", …
[[nodiscard]] QByteArrayView endReasonName(EndReason reason);

} // namespace signalbox
