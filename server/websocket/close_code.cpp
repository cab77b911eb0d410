// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/close_code.h"

#include <array>

namespace signalbox::websocket {

namespace {

struct NamedCode {
    quint16 code;
    QByteArrayView name;
};

constexpr std::array namedCodes{
    NamedCode{close_code::normal, "normal"},
    NamedCode{close_code::goingAway, "going away"},
    NamedCode{close_code::protocolError, "protocol error"},
    NamedCode{close_code::unsupportedData, "unsupported data"},
    NamedCode{close_code::noStatusReceived, "no status received"},
    NamedCode{close_code::abnormal, "abnormal"},
    NamedCode{close_code::invalidPayload, "invalid payload"},
    NamedCode{close_code::policyViolation, "policy violation"},
    NamedCode{close_code::messageTooBig, "message too big"},
    NamedCode{close_code::mandatoryExtension, "mandatory extension"},
    NamedCode{close_code::internalError, "internal error"},
    NamedCode{close_code::serviceRestart, "service restart"},
    NamedCode{close_code::tryAgainLater, "try again later"},
    NamedCode{1014, "bad gateway"},
    NamedCode{1015, "TLS handshake failed"},
    NamedCode{close_code::slowClient, "slow client"},
};

} // namespace

bool mayBeOnTheWire(quint16 code)
{
    // RFC 6455 §7.4.2; 1012 to 1014 were registered later, 1015 and 1004 to 1006 never travel.
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

QByteArrayView closeCodeName(quint16 code)
{
    for (const NamedCode& named : namedCodes) {
        if (named.code == code) {
            return named.name;
        }
    }
    if (code >= 3000 && code <= 3999) {
        return "registered use";
    }
    return code >= 4000 && code <= 4999 ? "private use" : "unknown";
}

} // namespace signalbox::websocket
