// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/field_json.h"

namespace signalbox::filter {

using link::FrameRow;
using link::RowKind;

message::JsonFinding findJson(Field field, message::JsonLookup::Path path, Subject& subject)
{
    using Kind = message::JsonFinding::Kind;
    if (field == Field::Payload && path.empty()) {
        const QByteArrayView payload = subject.payload();
        return {.kind = payload.isEmpty() ? Kind::None : Kind::Text, .text = payload};
    }
    const FrameRow& row = subject.row();
    if (row.kind == RowKind::Frame && websocket::isControl(row.header.opcode)) {
        return {};
    }
    return field == Field::Payload ? subject.json().find(path) : subject.json().findInMessage(path);
}

} // namespace signalbox::filter
