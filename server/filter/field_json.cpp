// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filter/field_json.h"

namespace signalbox::filter {

using link::FrameRow;
using link::RowKind;

namespace {

/// What a message of the xsockets dialect carries is its `D`, in either case.
message::JsonFinding findData(message::JsonLookup::Path path, message::JsonLookup& json)
{
    QByteArrayList whole{"D"};
    whole.append(QByteArrayList(path.begin(), path.end()));
    const message::JsonFinding found = json.find(whole);
    if (found.kind != message::JsonFinding::Kind::None) {
        return found;
    }
    whole.front() = "d";
    return json.find(whole);
}

} // namespace

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
    if (field == Field::Message && row.isXSockets) {
        return findData(path, subject.json());
    }
    return field == Field::Payload ? subject.json().find(path) : subject.json().findInMessage(path);
}

} // namespace signalbox::filter
