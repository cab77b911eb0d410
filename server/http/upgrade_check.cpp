// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/upgrade_check.h"

#include "server/http/token.h"

namespace signalbox::http {

namespace {

std::optional<Fault> requestFault(const Request& request)
{
    if (request.method != "GET") { // RFC 6455 §4.2.1 item 1
        return Fault::HandshakeMethod;
    }
    if (request.minorVersion < 1) {
        return Fault::HandshakeHttpVersion;
    }
    if (!request.wantsUpgrade) {
        return Fault::UpgradeRequired;
    }
    if (!request.headers.listContains("Upgrade", "websocket")) { // item 3
        return Fault::HandshakeUpgradeHeader;
    }
    if (!request.headers.listContains("Connection", "upgrade")) { // item 4
        return Fault::HandshakeConnectionHeader;
    }
    return request.hasBody ? std::optional(Fault::HandshakeBody) : std::nullopt;
}

/// Longer lines QWebSocketServer drops without an answer.
std::optional<Fault> lineFault(QByteArrayView headerBlock)
{
    constexpr qsizetype maxLineBytes = 8190;
    qsizetype begin = 0;
    while (begin < headerBlock.size()) {
        const qsizetype feed = headerBlock.indexOf('\n', begin);
        const qsizetype end = feed < 0 ? headerBlock.size() : feed;
        if (end - begin > maxLineBytes + 1) { // with the CR
            return begin == 0 ? Fault::TargetTooLong : Fault::HandshakeLineTooLong;
        }
        begin = end + 1;
    }
    return std::nullopt;
}

std::optional<Fault> versionFault(const HeaderList& headers)
{
    if (headers.count("Sec-WebSocket-Version") > 1) { // item 6
        return Fault::HandshakeDuplicateVersion;
    }
    return headers.value("Sec-WebSocket-Version") == "13" ? std::nullopt
                                                          : std::optional(Fault::HandshakeVersion);
}

std::optional<Fault> keyFault(const HeaderList& headers)
{
    const qsizetype keys = headers.count("Sec-WebSocket-Key"); // item 5
    if (keys != 1) {
        return keys == 0 ? Fault::HandshakeMissingKey : Fault::HandshakeDuplicateKey;
    }
    const QByteArray key = headers.value("Sec-WebSocket-Key");
    const auto decoded = QByteArray::fromBase64Encoding(key, QByteArray::AbortOnBase64DecodingErrors);
    // 16 bytes are 24 characters with their padding, which Qt would let pass without.
    const bool good = decoded && decoded.decoded.size() == 16 && key.size() == 24;
    return good ? std::nullopt : std::optional(Fault::HandshakeBadKey);
}

std::optional<Fault> readSubprotocols(const HeaderList& headers, QList<QByteArray>& subprotocols)
{
    for (const QByteArray& value : headers.values("Sec-WebSocket-Protocol")) { // may be split (§11.3.4)
        for (const QByteArray& name : splitList(value)) {
            if (!isToken(name)) { // RFC 6455 §4.1 item 10
                return Fault::HandshakeBadSubprotocols;
            }
            if (subprotocols.contains(name)) {
                return Fault::HandshakeDuplicateSubprotocol;
            }
            subprotocols.append(name);
        }
    }
    return std::nullopt;
}

} // namespace

std::variant<UpgradeOffer, Fault> checkUpgrade(const Request& request)
{
    for (const auto& fault : {requestFault(request), lineFault(request.headerBlock),
                              versionFault(request.headers), keyFault(request.headers)}) {
        if (fault) {
            return *fault;
        }
    }
    UpgradeOffer offer{request.header("Sec-WebSocket-Key"), {}};
    if (const auto fault = readSubprotocols(request.headers, offer.subprotocols)) {
        return *fault;
    }
    return offer;
}

std::optional<QByteArray> plainHandshake(const Request& request)
{
    const HeaderList& headers = request.headers;
    if (headers.count("Upgrade") == 1 && headers.count("Connection") == 1 &&
        headers.value("Upgrade").compare("websocket", Qt::CaseInsensitive) == 0) {
        return std::nullopt;
    }
    QByteArray plain = request.headerBlock.first(request.headerBlock.indexOf("\r\n") + 2);
    for (const HeaderField& field : headers) {
        if (field.name.compare("Upgrade", Qt::CaseInsensitive) != 0 &&
            field.name.compare("Connection", Qt::CaseInsensitive) != 0) {
            plain += field.name + ": " + field.value + "\r\n";
        }
    }
    return plain + "Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n";
}

} // namespace signalbox::http
