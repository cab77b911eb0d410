// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/close_payload.h"

#include "server/websocket/utf8_validator.h"

#include <QtCore/QtEndian>

namespace signalbox::websocket {

namespace {

QByteArrayView cutAtCharacter(QByteArrayView utf8, qsizetype mostBytes)
{
    if (utf8.size() <= mostBytes) {
        return utf8;
    }
    qsizetype end = mostBytes;
    while (end > 0 && (static_cast<quint8>(utf8[end]) & 0xC0) == 0x80) { // the cut is inside a character
        --end;
    }
    return utf8.first(end);
}

} // namespace

std::variant<ClosePayload, ProtocolFault> parseClosePayload(QByteArrayView payload)
{
    if (payload.isEmpty()) { // RFC 6455 §7.1.5
        return ClosePayload();
    }
    if (payload.size() < 2) { // RFC 6455 §5.5.1
        return ProtocolFault::CloseCodeCut;
    }
    const auto code = qFromBigEndian<quint16>(payload.data());
    if (!mayBeOnTheWire(code)) { // RFC 6455 §7.4
        return ProtocolFault::CloseCodeNotAllowed;
    }
    const QByteArrayView reason = payload.sliced(2);
    if (!isUtf8(reason)) { // RFC 6455 §5.5.1
        return ProtocolFault::CloseReasonNotUtf8;
    }
    return ClosePayload{code, reason.toByteArray()};
}

QByteArray encodeClosePayload(quint16 code, QByteArrayView reason)
{
    if (code == close_code::noStatusReceived) { // RFC 6455 §7.4.1: never in a frame
        return {};
    }
    Q_ASSERT(mayBeOnTheWire(code));
    Q_ASSERT(isUtf8(reason));
    QByteArray payload(2, Qt::Uninitialized);
    qToBigEndian(code, payload.data());
    return payload.append(cutAtCharacter(reason, maxCloseReasonBytes));
}

} // namespace signalbox::websocket
