// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/websocket/accept_key.h"

#include <QtCore/QCryptographicHash>

namespace signalbox::websocket {

bool isHandshakeKey(QByteArrayView key)
{
    if (key.size() != 24) { // 16 bytes, padded
        return false;
    }
    const auto nonce =
        QByteArray::fromBase64Encoding(key.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    return nonce && nonce.decoded.size() == 16;
}

QByteArray acceptKey(QByteArrayView key)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(key);
    hash.addData(QByteArrayView("258EAFA5-E914-47DA-95CA-C5AB0DC85B11")); // RFC 6455 §1.3
    return hash.result().toBase64();
}

} // namespace signalbox::websocket
