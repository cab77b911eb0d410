// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/frame_json.h"

#include "server/control/row_text.h"
#include "server/message/envelope_parser.h"
#include "server/message/json_text.h"

namespace signalbox::app {

namespace {

/// JSON on one line: between its tokens a newline is a blank, and within a string there is none.
QByteArray onOneLine(QByteArray json)
{
    return json.replace('\n', ' ').replace('\r', ' ');
}

} // namespace

FrameJson::FrameJson()
    : m_envelopes(std::make_unique<message::EnvelopeParser>())
{
}

FrameJson::~FrameJson() = default;

QByteArray FrameJson::line(const link::FrameRow& row)
{
    control::ObjectText object;
    control::addRow(object, row);
    if (row.kind == link::RowKind::Frame || row.kind == link::RowKind::Push) {
        control::addBytes(object, "payload", "payloadBase64", row.payload);
        const bool isText = row.header.opcode == websocket::Opcode::Text || row.fragment > 1;
        if (isText && !row.payload.isEmpty()) {
            object.json("message", messageOf(row.payload));
        }
    }
    return object.bytes();
}

/// What was said: the message of an envelope, or the payload of any other; as JSON where it is some.
QByteArray FrameJson::messageOf(const QByteArray& payload)
{
    const Result<message::Envelope> envelope = m_envelopes->parse(payload);
    const QByteArray text = envelope ? message::messageText(payload) : payload;
    return message::isJson(text) ? onOneLine(text) : message::jsonString(QByteArrayView(text));
}

} // namespace signalbox::app
