// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/payload_detail.h"

#include "ui/format/client_words.h"
#include "ui/format/close_words.h"
#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/models/json_detail.h"
#include "ui/models/payload_image.h"
#include "ui/models/xsockets_detail.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QStringDecoder>
#include <QtCore/QtEndian>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using link::FrameDetail;
using link::RowKind;
using websocket::Opcode;

namespace {

struct Payload {
    Q_DECLARE_TR_FUNCTIONS(PayloadDetail)
};

constexpr quint8 rsv1 = 4;

/// Some payload and where it stands.
struct Part {
    const QByteArray& bytes;
    qsizetype base = 0;
    BytesSource source = BytesSource::Frame;
};

DetailNode wholeNode(const QString& name, const QString& value, const Part& part)
{
    DetailNode node{name, value, part.base, part.bytes.size(), Meaning::Normal, {}};
    node.source = part.source;
    return node;
}

bool isUtf8(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(bytes);
    return !decoder.hasError();
}

// RFC 6455 §5.5.1
DetailNode closeDetail(const Part& part)
{
    DetailNode node = wholeNode(Payload::tr("Close"), Payload::tr("without a code"), part);
    if (part.bytes.size() < 2) {
        return node;
    }
    const auto code = qFromBigEndian<quint16>(part.bytes.constData());
    node.value = closeCodeText(code);
    DetailNode number{Payload::tr("code"), node.value, part.base, 2, Meaning::Normal, {}};
    number.explanation = closeCodeSentence(code);
    node.explanation = number.explanation;
    node.children.push_back(std::move(number));
    const QByteArray reason = part.bytes.sliced(2);
    node.children.push_back({Payload::tr("reason"),
                             reason.isEmpty() ? Payload::tr("none given") : plainPayload(reason),
                             part.base + 2,
                             reason.size(),
                             Meaning::Normal,
                             {}});
    return node;
}

DetailNode binaryDetail(const Part& part)
{
    const QByteArray format = imageFormat(part.bytes);
    DetailNode node = wholeNode(format.isEmpty() ? Payload::tr("Binary") : Payload::tr("Picture"),
                                exactBytesText(part.bytes.size()), part);
    if (!format.isEmpty()) {
        node.image = part.bytes;
        node.value = Payload::tr("%1, %2").arg(QString::fromLatin1(format), node.value);
        node.explanation = Payload::tr("See the tab Picture.");
    }
    return node;
}

DetailNode textDetail(const Part& part, JsonUse use)
{
    if (const auto json = jsonOutline(part.bytes); json && !json->children.empty()) {
        if (use == JsonUse::XSockets && json->type == JsonType::Object) {
            return xsocketsDetail(*json, part.base, part.source);
        }
        const bool isEnvelope = use == JsonUse::Envelope && json->type == JsonType::Object;
        return jsonDetail(*json, isEnvelope ? Payload::tr("Envelope") : Payload::tr("JSON"), part.base,
                          part.source, isEnvelope ? use : JsonUse::Plain);
    } else if (json) {
        return jsonDetail(*json, Payload::tr("JSON"), part.base, part.source, JsonUse::Plain);
    }
    DetailNode node = wholeNode(Payload::tr("Text"), plainPayload(part.bytes), part);
    node.explanation = jsonFaultText(part.bytes);
    if (!node.explanation.isEmpty()) {
        node.children.push_back(
            {Payload::tr("as JSON"), node.explanation, part.base, part.bytes.size(), Meaning::Warning, {}});
        node.children.back().source = part.source;
    }
    node.image = imageInText(part.bytes);
    return node;
}

DetailNode controlDetail(const QString& name, const QString& explanation, const Part& part)
{
    DetailNode node = wholeNode(name, {}, part);
    node.value = part.bytes.isEmpty() ? Payload::tr("empty")
                 : isUtf8(part.bytes) ? plainPayload(part.bytes)
                                      : QString::fromLatin1(part.bytes.toHex(' '));
    node.explanation = explanation;
    return node;
}

DetailNode frameDetail(const FrameDetail& detail, const Part& part, JsonUse use)
{
    switch (detail.row.header.opcode) {
    case Opcode::Close:
        return closeDetail(part);
    case Opcode::Ping:
        return controlDetail(Payload::tr("Ping payload"),
                             Payload::tr("The pong must bring the same bytes back (RFC 6455 §5.5.3)."), part);
    case Opcode::Pong:
        return controlDetail(Payload::tr("Pong payload"),
                             Payload::tr("The bytes of the ping that it answers (RFC 6455 §5.5.3)."), part);
    case Opcode::Binary:
        return binaryDetail(part);
    case Opcode::Continuation:
        return isUtf8(part.bytes) ? wholeNode(Payload::tr("Text"), plainPayload(part.bytes), part)
                                  : wholeNode(Payload::tr("Bytes"), exactBytesText(part.bytes.size()), part);
    case Opcode::Text:
        return detail.row.fragment > 0 ? wholeNode(Payload::tr("Text"), plainPayload(part.bytes), part)
                                       : textDetail(part, use);
    }
    Q_UNREACHABLE();
}

/// Its bytes are not those of the frame.
void detach(DetailNode& node)
{
    node.offset = -1;
    node.length = 0;
    for (DetailNode& child : node.children) {
        detach(child);
    }
}

JsonUse useOf(const FrameDetail& detail)
{
    if (detail.row.isXSockets) {
        return JsonUse::XSockets;
    }
    return detail.row.message.isNull() ? JsonUse::Plain : JsonUse::Envelope;
}

} // namespace

DetailNode payloadDetail(const FrameDetail& detail)
{
    const Part part{detail.payload, detail.headerBytes.size(), BytesSource::Frame};
    if (detail.row.kind != RowKind::Frame) {
        return textDetail(part, useOf(detail));
    }
    if ((detail.row.header.reservedBits & rsv1) != 0) {
        DetailNode node = wholeNode(Payload::tr("Compressed"), exactBytesText(part.bytes.size()), part);
        node.explanation = Payload::tr("RSV1 is set: with permessage-deflate these are compressed bytes "
                                       "(RFC 7692 §6).");
        return node;
    }
    return frameDetail(detail, part, useOf(detail));
}

DetailNode messageDetail(const FrameDetail& detail)
{
    const Part part{detail.message, 0, BytesSource::Message};
    DetailNode inner = isUtf8(detail.message) ? textDetail(part, useOf(detail)) : binaryDetail(part);
    DetailNode node = wholeNode(Payload::tr("Whole message"), exactBytesText(detail.message.size()), part);
    node.explanation = Payload::tr("The payloads of all its fragments together (RFC 6455 §5.4).");
    node.children.push_back(std::move(inner));
    return node;
}

DetailNode bodyDetail(const QByteArray& body, qsizetype base, const QString& name)
{
    const Part part{body, base, BytesSource::Frame};
    DetailNode node = isUtf8(body) ? textDetail(part, JsonUse::Plain) : binaryDetail(part);
    node.name = name;
    return node;
}

DetailNode encodedDetail(const QByteArray& payload)
{
    const Part part{payload, 0, BytesSource::Frame};
    DetailNode node = !isUtf8(payload)          ? binaryDetail(part)
                      : isXSocketsText(payload) ? textDetail(part, JsonUse::XSockets)
                                                : textDetail(part, JsonUse::Envelope);
    detach(node);
    return node;
}

} // namespace signalbox::ui
