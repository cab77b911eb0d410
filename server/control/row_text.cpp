// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/row_text.h"

#include "server/core/end_reason.h"
#include "server/filter/field_words.h"
#include "server/websocket/utf8_validator.h"

#include <algorithm>

namespace signalbox::control {

namespace {

using link::RowKind;

/// As the filter language writes it.
QByteArrayView word(filter::Field field, int value)
{
    const QLatin1StringView found = filter::wordOfValue(field, value);
    return {found.data(), found.size()};
}

void addIfAny(ObjectText& object, QByteArrayView key, QByteArrayView text)
{
    if (!text.isEmpty()) {
        object.text(key, text);
    }
}

void addHeader(ObjectText& object, const link::FrameRow& row)
{
    object.text("opcode", word(filter::Field::Opcode, static_cast<int>(row.header.opcode)))
        .boolean("fin", row.header.fin)
        .number("rsv", row.header.reservedBits)
        .boolean("mask", row.header.masked);
    if (row.fragment != 0) {
        object.number("fragment", row.fragment);
    }
}

void addMessage(ObjectText& object, const link::FrameRow& row)
{
    object.text("direction", word(filter::Field::Direction, static_cast<int>(row.direction)))
        .text("sender", word(filter::Field::Sender, static_cast<int>(row.sender)));
    if (row.kind == RowKind::Frame) {
        addHeader(object, row);
    }
    object.number("length", row.header.payloadBytes);
    addIfAny(object, "controller", row.controller);
    addIfAny(object, "action", row.action);
    addIfAny(object, "target", row.target);
    addIfAny(object, "claims", row.claimedUser);
    if (!row.message.isNull()) {
        object.text("messageId", row.message.text())
            .number("recipients", row.deliveries.recipients)
            .number("sent", row.deliveries.sent)
            .number("queued", row.deliveries.queued)
            .number("dropped", row.deliveries.dropped);
    }
}

void addEvent(ObjectText& object, const link::FrameRow& row)
{
    switch (row.kind) {
    case RowKind::Frame:
    case RowKind::Push:
        return;
    case RowKind::Opened:
        object.text("path", row.text);
        return;
    case RowKind::Closed:
        object.number("code", row.code).text("reason", row.text).text("end", endReasonName(row.end));
        return;
    case RowKind::Joined:
    case RowKind::Left:
        object.text("group", row.target);
        return;
    case RowKind::Refused:
        object.number("code", row.code).text("error", row.text).text("address", row.address);
        addIfAny(object, "origin", row.origin);
        object.number("took", row.took.count());
        return;
    case RowKind::Answered:
        object.number("code", row.code)
            .text("method", QByteArrayView(row.text).first(std::max<qsizetype>(row.text.indexOf(' '), 0)))
            .text("path", QByteArrayView(row.text).sliced(row.text.indexOf(' ') + 1))
            .text("address", row.address)
            .number("took", row.took.count());
        addIfAny(object, "origin", row.origin);
        return;
    case RowKind::Called:
        object.number("code", row.code)
            .text("target", row.target)
            .number("attempt", row.attempt)
            .number("took", row.took.count());
        addIfAny(object, "error", row.text);
        return;
    case RowKind::OperatorAct:
        object.text("act", row.text);
        return;
    case RowKind::Gap:
        object.number("rows", row.gapRows).number("bytes", row.gapBytes).time("until", row.gapEnd);
        return;
    }
}

} // namespace

void addRow(ObjectText& object, const link::FrameRow& row)
{
    object.number("number", row.number)
        .time("time", row.time)
        .text("kind", word(filter::Field::Kind, static_cast<int>(row.kind)));
    if (!row.client.isNull()) {
        object.text("client", row.client.text());
    }
    addIfAny(object, "user", row.user);
    if (row.kind == RowKind::Frame || row.kind == RowKind::Push) {
        addMessage(object, row);
    }
    addEvent(object, row);
}

/// Bytes that are no text are written in base64, under another name.
void addBytes(ObjectText& object, QByteArrayView key, QByteArrayView keyOfBase64, QByteArrayView bytes)
{
    if (websocket::isUtf8(bytes)) {
        object.text(key, bytes);
    } else {
        object.text(keyOfBase64, bytes.toByteArray().toBase64());
    }
}

} // namespace signalbox::control
