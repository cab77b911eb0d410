// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArrayView>
#include <QtCore/QtGlobal>

namespace signalbox::websocket {

/// Close codes: RFC 6455 §7.4.1, the IANA registry, and ours from the private range. A peer may send any
/// number, so a close code is a quint16 and these are its names.
namespace close_code {
inline constexpr quint16 normal = 1000;
inline constexpr quint16 goingAway = 1001;
inline constexpr quint16 protocolError = 1002;
inline constexpr quint16 unsupportedData = 1003;
inline constexpr quint16 noStatusReceived = 1005; ///< never on the wire: the peer's close frame was empty
inline constexpr quint16 abnormal = 1006;         ///< never on the wire: no close frame came
inline constexpr quint16 invalidPayload = 1007;
inline constexpr quint16 policyViolation = 1008;
inline constexpr quint16 messageTooBig = 1009;
inline constexpr quint16 mandatoryExtension = 1010;
inline constexpr quint16 internalError = 1011;
inline constexpr quint16 serviceRestart = 1012;
inline constexpr quint16 tryAgainLater = 1013;
inline constexpr quint16 slowClient = 4008; ///< ours: the outgoing queue was over its limit, or stalled
} // namespace close_code

inline constexpr int maxCloseReasonBytes = 123; // RFC 6455 §5.5: 125 less the code

/// Whether a close frame may carry `code`: 1000–1003, 1007–1014, 3000–4999 (RFC 6455 §7.4).
[[nodiscard]] bool mayBeOnTheWire(quint16 code);
/// "normal", "going away", …; "private use" for 4000–4999 without a name of ours; "unknown" for the rest.
[[nodiscard]] QByteArrayView closeCodeName(quint16 code);

} // namespace signalbox::websocket
