// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/frame_answers.h"

#include "server/control/row_text.h"
#include "server/http/broadcast_answer.h"

namespace signalbox::control {

namespace {

using link::RowKind;

QByteArray rowJson(const link::FrameRow& row)
{
    ObjectText object;
    addRow(object, row);
    if (row.kind == RowKind::Frame || row.kind == RowKind::Push) {
        addBytes(object, "preview", "previewBase64", row.preview);
    }
    return object.bytes();
}

} // namespace

http::Response framesAnswer(const std::vector<link::FrameRow>& rows, quint64 searched, quint64 limit)
{
    const bool mayGoOn = rows.size() >= limit;
    return http::jsonResponse(
        200, ObjectText()
                 .json("frames", arrayText(rows, &rowJson))
                 .number("searched", searched)
                 .textOrNull("nextCursor", mayGoOn ? QByteArray::number(rows.back().number) : QByteArray())
                 .bytes());
}

http::Response frameAnswer(const link::FrameDetail& detail)
{
    ObjectText object;
    addRow(object, detail.row);
    if (detail.row.kind == RowKind::Frame || detail.row.kind == RowKind::Push) {
        addBytes(object, "payload", "payloadBase64", detail.payload);
        object.text("header", detail.headerBytes.toHex());
    }
    if (!detail.handshakeRequest.isEmpty()) {
        addBytes(object, "handshakeRequest", "handshakeRequestBase64", detail.handshakeRequest);
    }
    if (!detail.handshakeResponse.isEmpty()) {
        addBytes(object, "handshakeResponse", "handshakeResponseBase64", detail.handshakeResponse);
    }
    if (!detail.row.message.isNull()) {
        object.json("deliveries", http::deliveriesJson(detail.deliveries));
    }
    if (!detail.fragments.empty()) {
        object.json("fragments",
                    arrayText(detail.fragments, [](quint64 number) { return QByteArray::number(number); }));
    }
    return http::jsonResponse(200, object.bytes());
}

} // namespace signalbox::control
