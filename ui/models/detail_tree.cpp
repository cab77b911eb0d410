// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/detail_tree.h"

#include "ui/format/client_words.h"
#include "ui/format/frame_words.h"
#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/format/routing_words.h"
#include "ui/format/times.h"
#include "ui/models/client_names.h"
#include "ui/models/json_outline.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QtEndian>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using link::FrameDetail;
using link::RowKind;
using websocket::FrameHeader;
using websocket::Opcode;

namespace {

struct Detail {
    Q_DECLARE_TR_FUNCTIONS(Detail)
};

constexpr int maxOpenedStrings = 4; ///< how deep a string that holds JSON is opened within another

DetailNode jsonDetail(const JsonNode& json, const QString& name, qsizetype base, bool fixedRange, int opened);

void addJsonChildren(DetailNode& node, const JsonNode& json, qsizetype base, bool fixedRange, int opened)
{
    int position = 0;
    for (const JsonNode& child : json.children) {
        const QString name =
            json.type == JsonType::Array ? u"[%1]"_s.arg(position++) : plainPayload(child.key);
        DetailNode added = jsonDetail(child, name, base, fixedRange, opened);
        if (fixedRange) { // inside a string the offsets are those of its unescaped text: point to the whole
                          // string
            added.offset = node.offset;
            added.length = node.length;
        }
        node.children.push_back(std::move(added));
    }
}

QString jsonValueText(const JsonNode& json)
{
    switch (json.type) {
    case JsonType::Object:
        return json.children.size() == 1 ? Detail::tr("object, 1 member")
                                         : Detail::tr("object, %1 members").arg(json.children.size());
    case JsonType::Array:
        return json.children.size() == 1 ? Detail::tr("array, 1 element")
                                         : Detail::tr("array, %1 elements").arg(json.children.size());
    case JsonType::String:
        return u'"' + plainPayload(json.text) + u'"';
    case JsonType::Number:
    case JsonType::Boolean:
    case JsonType::Null:
        return plainPayload(json.text);
    }
    Q_UNREACHABLE();
}

DetailNode jsonDetail(const JsonNode& json, const QString& name, qsizetype base, bool fixedRange, int opened)
{
    DetailNode node{name, jsonValueText(json), base + json.offset, json.length, Meaning::Normal, {}};
    addJsonChildren(node, json, base, fixedRange, opened);
    const bool mayHoldJson = json.type == JsonType::String && opened < maxOpenedStrings &&
                             (json.text.startsWith('{') || json.text.startsWith('['));
    if (mayHoldJson) {
        if (const auto inner = jsonOutline(json.text)) {
            addJsonChildren(node, *inner, base, true, opened + 1);
        }
    }
    return node;
}

DetailNode headerDetail(const FrameHeader& header, qsizetype headerBytes)
{
    DetailNode node{Detail::tr("RFC 6455 header"),
                    Detail::tr("%1 bytes").arg(headerBytes),
                    0,
                    headerBytes,
                    Meaning::Normal,
                    {}};
    const auto add = [&node](const QString& name, const QString& value, qsizetype offset, qsizetype length) {
        node.children.push_back({name, value, offset, length, Meaning::Normal, {}});
    };
    add(u"FIN"_s,
        header.fin ? Detail::tr("1, the last frame of its message") : Detail::tr("0, more fragments follow"),
        0, 1);
    add(u"RSV"_s, u"%1"_s.arg(header.reservedBits, 3, 2, QChar(u'0')), 0, 1);
    add(Detail::tr("opcode"),
        u"0x%1 %2"_s.arg(QString::number(static_cast<int>(header.opcode), 16), opcodeText(header.opcode)), 0,
        1);
    add(u"MASK"_s, header.masked ? Detail::tr("1, masked") : Detail::tr("0, not masked"), 1, 1);
    const qsizetype extended = headerBytes - 2 - (header.masked ? 4 : 0);
    const QString form = extended == 8   ? Detail::tr("64-bit form")
                         : extended == 2 ? Detail::tr("16-bit form")
                                         : Detail::tr("7-bit form");
    add(Detail::tr("payload length"), Detail::tr("%1, %2").arg(countText(header.payloadBytes), form), 1,
        1 + extended);
    if (header.masked) {
        const QByteArray key(reinterpret_cast<const char*>(header.maskingKey.data()), 4);
        add(Detail::tr("masking key"), QString::fromLatin1(key.toHex(' ')), headerBytes - 4, 4);
    }
    return node;
}

DetailNode closeDetail(const QByteArray& payload, qsizetype base)
{
    DetailNode node{Detail::tr("Close"), {}, base, payload.size(), Meaning::Normal, {}};
    if (payload.size() < 2) {
        node.value = Detail::tr("without a code");
        return node;
    }
    const auto code = qFromBigEndian<quint16>(payload.constData());
    node.value = closeCodeText(code);
    node.children.push_back({Detail::tr("code"), closeCodeText(code), base, 2, Meaning::Normal, {}});
    node.children.push_back({Detail::tr("reason"),
                             plainPayload(payload.sliced(2)),
                             base + 2,
                             payload.size() - 2,
                             Meaning::Normal,
                             {}});
    return node;
}

DetailNode payloadDetail(const FrameDetail& detail, qsizetype base)
{
    const QByteArray& payload = detail.payload;
    if (detail.row.kind == RowKind::Frame && detail.row.header.opcode == Opcode::Close) {
        return closeDetail(payload, base);
    }
    const bool isText = detail.row.kind == RowKind::Push || detail.row.header.opcode != Opcode::Binary;
    if (const auto json = isText ? jsonOutline(payload) : std::nullopt;
        json && json->type == JsonType::Object) {
        const bool isEnvelope = !detail.row.message.isNull();
        DetailNode node =
            jsonDetail(*json, isEnvelope ? Detail::tr("Envelope") : Detail::tr("JSON"), base, false, 0);
        return node;
    } else if (json) {
        return jsonDetail(*json, Detail::tr("JSON"), base, false, 0);
    }
    const QString value = isText ? plainPayload(payload) : exactBytesText(payload.size());
    return {
        isText ? Detail::tr("Text") : Detail::tr("Binary"), value, base, payload.size(), Meaning::Normal, {}};
}

DetailNode httpDetail(const QString& name, const QByteArray& text, qsizetype base)
{
    DetailNode node{name, {}, base, text.size(), Meaning::Normal, {}};
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = text.indexOf('\n', at);
        end = end < 0 ? text.size() : end;
        const QByteArray line = text.sliced(at, end - at).trimmed();
        const qsizetype colon = line.indexOf(':');
        if (at == 0) {
            node.value = plainPayload(line);
        } else if (colon > 0) {
            node.children.push_back({plainPayload(line.first(colon)),
                                     plainPayload(line.sliced(colon + 1).trimmed()),
                                     base + at,
                                     end - at,
                                     Meaning::Normal,
                                     {}});
        } else if (line.isEmpty()) {
            break; // the end of the header fields
        }
        at = end + 1;
    }
    return node;
}

DetailNode summaryDetail(const FrameDetail& detail, const ClientNames& names)
{
    const link::FrameRow& row = detail.row;
    const FrameWords words(row, names.name(row.client));
    DetailNode node{
        Detail::tr("Frame %1").arg(countText(row.number)), words.type(), -1, 0, Meaning::Normal, {}};
    const auto add = [&node](const QString& name, const QString& value, Meaning meaning = Meaning::Normal) {
        if (!value.isEmpty()) {
            node.children.push_back({name, value, -1, 0, meaning, {}});
        }
    };
    add(Detail::tr("time"), timeText(row.time));
    add(Detail::tr("from"), words.from(), row.claimedUser.isEmpty() ? Meaning::Normal : Meaning::Warning);
    add(Detail::tr("to"), words.to());
    if (row.kind == RowKind::Frame || row.kind == RowKind::Push) {
        add(Detail::tr("payload"), exactBytesText(detail.payload.size()));
    } else {
        add(Detail::tr("what"), words.summary());
    }
    if (row.fragment > 0) {
        add(Detail::tr("fragment"), QString::number(row.fragment));
    }
    if (!row.message.isNull()) {
        add(Detail::tr("message"), QString::fromLatin1(row.message.text()));
    }
    return node;
}

DetailNode deliveriesDetail(const std::vector<Delivery>& deliveries, const ClientNames& names)
{
    DetailNode node{Detail::tr("Deliveries"),
                    countText(static_cast<qint64>(deliveries.size())),
                    -1,
                    0,
                    Meaning::Normal,
                    {}};
    for (const Delivery& delivery : deliveries) {
        node.children.push_back(
            {names.label(delivery.client), deliveryText(delivery), -1, 0, Meaning::Normal, {}});
    }
    return node;
}

} // namespace

FrameBytes frameBytes(const FrameDetail& detail)
{
    if (!detail.handshakeRequest.isEmpty() || !detail.handshakeResponse.isEmpty()) {
        return {detail.handshakeRequest + detail.handshakeResponse, detail.handshakeRequest.size()};
    }
    return {detail.headerBytes + detail.payload, detail.headerBytes.size()};
}

DetailNode detailTree(const FrameDetail& detail, const ClientNames& names)
{
    DetailNode root;
    root.children.push_back(summaryDetail(detail, names));
    if (!detail.handshakeRequest.isEmpty()) {
        root.children.push_back(httpDetail(Detail::tr("Request"), detail.handshakeRequest, 0));
    }
    if (!detail.handshakeResponse.isEmpty()) {
        root.children.push_back(
            httpDetail(Detail::tr("Answer"), detail.handshakeResponse, detail.handshakeRequest.size()));
    }
    if (!detail.headerBytes.isEmpty()) {
        root.children.push_back(headerDetail(detail.row.header, detail.headerBytes.size()));
    }
    const bool closes = detail.row.kind == RowKind::Frame && detail.row.header.opcode == Opcode::Close;
    if (!detail.payload.isEmpty() || closes) {
        root.children.push_back(payloadDetail(detail, detail.headerBytes.size()));
    }
    if (!detail.deliveries.empty()) {
        root.children.push_back(deliveriesDetail(detail.deliveries, names));
    }
    return root;
}

} // namespace signalbox::ui
