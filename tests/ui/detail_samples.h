// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/routing_samples.h"

namespace signalbox::tests {

/// A frame from ann with its header as on the wire, masked with 3a 51 9c 07.
[[nodiscard]] inline link::FrameDetail frameDetail(const link::FrameRow& row, const QByteArray& payload)
{
    link::FrameDetail detail;
    detail.kept = true;
    detail.number = row.number;
    detail.row = row;
    detail.row.header.maskingKey = {0x3a, 0x51, 0x9c, 0x07};
    detail.row.header.payloadBytes = static_cast<quint64>(payload.size());
    detail.payload = payload;
    std::array<char, websocket::maxFrameHeaderBytes> bytes{};
    const int length = websocket::writeFrameHeader(detail.row.header, bytes);
    detail.headerBytes = QByteArray(bytes.data(), length);
    return detail;
}

/// The second of three fragments, frames 810 to 812, of a JSON message.
[[nodiscard]] inline link::FrameDetail fragmentDetail()
{
    link::FrameRow row = frame(811);
    row.header.opcode = websocket::Opcode::Continuation;
    row.header.fin = false;
    row.fragment = 2;
    row.message = MessageId(18);
    link::FrameDetail detail = frameDetail(row, R"("message":{"pri)");
    detail.fragments = {810, 811, 812};
    detail.message = R"({"action":"say","message":{"price":12.5}})";
    return detail;
}

[[nodiscard]] inline link::FrameDetail handshakeDetail(link::RowKind kind)
{
    link::FrameDetail detail;
    detail.kept = true;
    detail.number = 5;
    detail.row = frame(5, {});
    detail.row.kind = kind;
    detail.row.text = "/ws?groupId=red&userId=ann";
    detail.handshakeRequest = "GET /ws?groupId=red&userId=ann HTTP/1.1\r\n"
                              "Host: 127.0.0.1:5210\r\n"
                              "Connection: Upgrade\r\n"
                              "Upgrade: websocket\r\n"
                              "Origin: https://shop.example\r\n"
                              "Sec-WebSocket-Version: 13\r\n"
                              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                              "User-Agent: Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0\r\n\r\n";
    detail.handshakeResponse = "HTTP/1.1 101 Switching Protocols\r\n"
                               "Upgrade: websocket\r\n"
                               "Connection: Upgrade\r\n"
                               "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";
    if (kind == link::RowKind::Refused) {
        detail.row.client = ClientId();
        detail.row.text = "http.origin_refused";
        detail.row.code = 403;
        detail.row.origin = "https://shop.example";
        detail.handshakeResponse = "HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\n\r\n{}";
    }
    return detail;
}

} // namespace signalbox::tests
