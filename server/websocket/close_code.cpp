// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/close_code.h"

namespace signalbox::websocket {

bool mayBeOnTheWire(quint16 code)
{
    // RFC 6455 §7.4.2; 1012 to 1014 were registered later, 1015 and 1004 to 1006 never travel.
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

QByteArrayView closeCodeName(quint16 code)
{
    switch (code) {
    case close_code::normal:
        return "normal";
    case close_code::goingAway:
        return "going away";
    case close_code::protocolError:
        return "protocol error";
    case close_code::unsupportedData:
        return "unsupported data";
    case close_code::noStatusReceived:
        return "no status received";
    case close_code::abnormal:
        return "abnormal";
    case close_code::invalidPayload:
        return "invalid payload";
    case close_code::policyViolation:
        return "policy violation";
    case close_code::messageTooBig:
        return "message too big";
    case close_code::mandatoryExtension:
        return "mandatory extension";
    case close_code::internalError:
        return "internal error";
    case close_code::serviceRestart:
        return "service restart";
    case close_code::tryAgainLater:
        return "try again later";
    case 1014:
        return "bad gateway";
    case 1015:
        return "TLS handshake failed";
    case close_code::slowClient:
        return "slow client";
    default: // any number may come from a peer: this is no enum
        break;
    }
    if (code >= 3000 && code <= 3999) {
        return "registered use";
    }
    return code >= 4000 && code <= 4999 ? "private use" : "unknown";
}

} // namespace signalbox::websocket
