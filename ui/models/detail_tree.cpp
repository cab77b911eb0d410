// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/detail_tree.h"

#include "server/core/plain_text.h"
#include "ui/format/client_words.h"
#include "ui/format/close_words.h"
#include "ui/format/exchange_words.h"
#include "ui/format/frame_words.h"
#include "ui/format/numbers.h"
#include "ui/format/routing_words.h"
#include "ui/format/times.h"
#include "ui/models/client_names.h"
#include "ui/models/frame_anatomy.h"
#include "ui/models/handshake_tree.h"
#include "ui/models/payload_detail.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using link::FrameDetail;
using link::RowKind;
using websocket::Opcode;

namespace {

constexpr qsizetype maxEncodingText = 200;
constexpr qint64 maxEncodingBytes = 32;

struct Detail {
    Q_DECLARE_TR_FUNCTIONS(Detail)
};

/// "FIN 1  RSV 000  opcode 0x1 text  MASK 1  length 214", for the line above the fields.
QString headerText(const std::vector<FrameField>& anatomy)
{
    QStringList parts;
    QString reserved;
    for (const FrameField& field : anatomy) {
        switch (field.kind) {
        case FieldKind::Reserved:
            reserved += field.value;
            if (reserved.size() == 3) {
                parts += u"RSV %1"_s.arg(reserved);
            }
            break;
        case FieldKind::Fin:
        case FieldKind::Opcode:
        case FieldKind::Mask:
            parts += u"%1 %2"_s.arg(field.name, field.value);
            break;
        case FieldKind::PayloadLength:
        case FieldKind::ExtendedLength:
        case FieldKind::MaskingKey:
        case FieldKind::Payload:
            break;
        }
    }
    return parts.join(u"  "_s);
}

DetailNode headerDetail(const FrameDetail& detail)
{
    const std::vector<FrameField> anatomy =
        frameAnatomy(detail.headerBytes, detail.payload, detail.row.direction);
    DetailNode node{Detail::tr("RFC 6455 header"), headerText(anatomy), 0,
                    detail.headerBytes.size(),     Meaning::Normal,     {}};
    int place = 0;
    for (const FrameField& field : anatomy) {
        if (field.kind != FieldKind::Payload) {
            DetailNode child{field.name, field.value, field.offset, field.length, Meaning::Normal, {}};
            child.explanation = field.sentence;
            child.field = place;
            node.children.push_back(std::move(child));
        }
        ++place;
    }
    return node;
}

void addClose(DetailNode& node, const link::FrameRow& row)
{
    DetailNode code{Detail::tr("code"), closeCodeText(row.code), -1, 0, Meaning::Warning, {}};
    code.explanation = closeCodeSentence(row.code);
    node.children.push_back(std::move(code));
    node.children.push_back({Detail::tr("how"), endReasonText(row.end), -1, 0, Meaning::Normal, {}});
}

bool isExchange(RowKind kind)
{
    return kind == RowKind::Refused || kind == RowKind::Answered || kind == RowKind::Called;
}

QString relatedText(RowKind kind)
{
    if (kind == RowKind::Answered) {
        return Detail::tr("came with");
    }
    return kind == RowKind::Called ? Detail::tr("handed on by") : Detail::tr("is about");
}

/// Ways to the other rows about the same message.
void addRelated(DetailNode& node, const std::vector<link::RelatedRow>& related)
{
    for (const link::RelatedRow& row : related) {
        DetailNode way{relatedText(row.kind),
                       Detail::tr("→ go to frame %1").arg(countText(row.number)),
                       -1,
                       0,
                       Meaning::Normal,
                       {}};
        way.frame = row.number;
        node.children.push_back(std::move(way));
    }
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
    if (row.kind == RowKind::Closed) {
        addClose(node, row);
    }
    if (isExchange(row.kind) && row.took.count() > 0) {
        add(Detail::tr("took"), tookText(row.took));
    }
    if (row.attempt > 0) {
        add(Detail::tr("attempt"), countText(static_cast<quint64>(row.attempt)));
    }
    const MessageId message = row.message.isNull() ? row.about : row.message;
    if (!message.isNull()) {
        add(Detail::tr("message"), QString::fromLatin1(message.text()));
    }
    addRelated(node, detail.related);
    return node;
}

QString fragmentText(const FrameDetail& detail)
{
    const bool isWhole = !detail.message.isEmpty();
    const QString place =
        isWhole ? Detail::tr("fragment %1 of %2").arg(detail.row.fragment).arg(detail.fragments.size())
                : Detail::tr("fragment %1").arg(detail.row.fragment);
    return detail.row.message.isNull()
               ? u"⋯ "_s + place
               : u"⋯ "_s + Detail::tr("%1 of message %2")
                               .arg(place, QString::fromLatin1(detail.row.message.text()));
}

DetailNode fragmentsDetail(const FrameDetail& detail)
{
    DetailNode node{Detail::tr("Fragments"), fragmentText(detail), -1, 0, Meaning::Normal, {}};
    node.explanation =
        detail.message.isEmpty()
            ? Detail::tr("Not all fragments are here: some are still to come, or no longer kept.")
            : Detail::tr("A message in several frames; control frames may come between them "
                         "(RFC 6455 §5.4).");
    for (const quint64 number : detail.fragments) {
        DetailNode fragment{Detail::tr("frame %1").arg(countText(number)), {}, -1, 0, Meaning::Normal, {}};
        const bool isThis = number == detail.number || number == detail.row.number;
        fragment.value = isThis ? Detail::tr("● this frame") : Detail::tr("→ go to the frame");
        fragment.frame = isThis ? 0 : number;
        node.children.push_back(std::move(fragment));
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
        node.children.back().client = delivery.client;
    }
    return node;
}

/// What left for clients of a dialect that writes the message its own way.
DetailNode encodingDetail(const link::Encoding& encoding, const ClientNames& names)
{
    const auto bytes = static_cast<qint64>(encoding.payload.size());
    link::FrameRow frame;
    frame.header = encoding.header;
    DetailNode node{Detail::tr("Sent in another dialect"),
                    u"%1, %2"_s.arg(FrameWords(frame).type(), exactBytesText(bytes)),
                    -1,
                    0,
                    Meaning::Normal,
                    {}};
    const bool isText = encoding.header.opcode == Opcode::Text;
    node.children.push_back(
        {Detail::tr("payload"),
         isText ? printable(encoding.payload, maxEncodingText)
                : QString::fromLatin1(encoding.payload.first(std::min(bytes, maxEncodingBytes)).toHex(' ')),
         -1,
         0,
         Meaning::Normal,
         {}});
    if (isText && encoding.payload.startsWith('{')) {
        node.children.push_back(encodedDetail(encoding.payload));
    }
    for (const ClientId client : encoding.clients) {
        node.children.push_back({Detail::tr("to"), names.label(client), -1, 0, Meaning::Normal, {}});
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
    DetailNode root = handshakeTree(detail);
    root.children.insert(root.children.begin(), summaryDetail(detail, names));
    if (!detail.headerBytes.isEmpty()) {
        root.children.push_back(headerDetail(detail));
    }
    if (detail.fragments.size() > 1 || detail.row.fragment > 0) {
        root.children.push_back(fragmentsDetail(detail));
    }
    const bool closes = detail.row.kind == RowKind::Frame && detail.row.header.opcode == Opcode::Close;
    if (!detail.payload.isEmpty() || closes) {
        root.children.push_back(payloadDetail(detail));
    }
    if (!detail.message.isEmpty() && !detail.fragments.empty()) {
        root.children.push_back(messageDetail(detail));
    }
    if (!detail.deliveries.empty()) {
        root.children.push_back(deliveriesDetail(detail.deliveries, names));
    }
    for (const link::Encoding& encoding : detail.encodings) {
        root.children.push_back(encodingDetail(encoding, names));
    }
    return root;
}

} // namespace signalbox::ui
