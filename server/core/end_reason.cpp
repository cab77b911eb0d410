// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/end_reason.h"

namespace signalbox {

QByteArrayView endReasonName(EndReason reason)
{
    switch (reason) {
    case EndReason::PeerClosed:
        return "peer closed";
    case EndReason::Vanished:
        return "vanished";
    case EndReason::ProtocolError:
        return "protocol error";
    case EndReason::InvalidPayload:
        return "invalid payload";
    case EndReason::MessageTooBig:
        return "message too big";
    case EndReason::SlowClient:
        return "slow client";
    case EndReason::FrameTimedOut:
        return "frame timed out";
    case EndReason::DisconnectedByOperator:
        return "disconnected by the operator";
    case EndReason::Shutdown:
        return "shutdown";
    case EndReason::PolicyViolation:
        return "policy violation";
    }
    Q_UNREACHABLE();
}

} // namespace signalbox
