// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/frame_export.h"

#include "ui/format/frame_words.h"
#include "ui/format/http_message.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QMetaEnum>

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using link::FrameRow;
using link::RowKind;
using websocket::Opcode;

namespace {

template <typename Enum>
QString nameOf(Enum value)
{
    return QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value)));
}

// A name that the row does not have is not written at all.
void insertName(QJsonObject& object, const QString& key, const QByteArray& utf8)
{
    if (!utf8.isEmpty()) {
        object.insert(key, QString::fromUtf8(utf8));
    }
}

QJsonArray deliveries(const link::FrameDetail& detail)
{
    QJsonArray list;
    for (const Delivery& delivery : detail.deliveries) {
        list.append(QJsonObject{{u"client"_s, QString::fromLatin1(delivery.client.text())},
                                {u"state"_s, nameOf(delivery.state)},
                                {u"queuedBytes"_s, delivery.queuedBytes}});
    }
    return list;
}

/// Text as it is, anything else in base64.
void insertBytes(QJsonObject& object, const QString& key, const QByteArray& bytes)
{
    const QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() == bytes) {
        object.insert(key, text);
    } else {
        object.insert(key + u"Base64"_s, QString::fromLatin1(bytes.toBase64()));
    }
}

/// A handshake or HTTP request, and its answer.
void insertExchange(QJsonObject& object, const link::FrameDetail& detail)
{
    const FrameRow& row = detail.row;
    insertBytes(object, u"request"_s, detail.handshakeRequest);
    insertBytes(object, u"response"_s, detail.handshakeResponse);
    if (row.code != 0) {
        object.insert(u"status"_s, row.code);
    }
    insertName(object, u"address"_s, row.address);
    insertName(object, u"message"_s, row.about.isNull() ? QByteArray() : row.about.text());
    if (row.took.count() > 0) {
        object.insert(u"tookMicroseconds"_s, static_cast<qint64>(row.took.count()));
    }
    if (row.kind == RowKind::Called) {
        object.insert(u"attempt"_s, row.attempt);
        object.insert(u"triedAgain"_s, row.isTriedAgain);
    }
}

QJsonObject frameObject(const link::FrameDetail& detail)
{
    const FrameRow& row = detail.row;
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(row.time.time_since_epoch()).count();
    QJsonObject object{{u"number"_s, static_cast<qint64>(detail.number)},
                       {u"time"_s, QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs)},
                       {u"kind"_s, nameOf(row.kind)}};
    if (row.kind == RowKind::Frame) {
        object.insert(u"direction"_s, nameOf(row.direction));
        object.insert(u"opcode"_s, opcodeText(row.header.opcode));
        object.insert(u"fin"_s, row.header.fin);
    }
    insertName(object, u"client"_s, row.client.isNull() ? QByteArray() : row.client.text());
    insertName(object, u"user"_s, row.user);
    insertName(object, u"claimedUser"_s, row.claimedUser);
    insertName(object, u"action"_s, row.action);
    insertName(object, u"target"_s, row.target);
    insertName(object, u"text"_s, row.text);
    insertName(object, u"origin"_s, row.origin);
    object.insert(u"length"_s, static_cast<qint64>(row.header.payloadBytes));
    if (!detail.handshakeRequest.isEmpty()) {
        insertExchange(object, detail);
    } else if (row.header.opcode == Opcode::Text || row.kind == RowKind::Push) {
        object.insert(u"payload"_s, QString::fromUtf8(detail.payload));
    } else if (!detail.payload.isEmpty()) {
        object.insert(u"payloadBase64"_s, QString::fromLatin1(detail.payload.toBase64()));
    }
    if (!detail.deliveries.empty()) {
        object.insert(u"deliveries"_s, deliveries(detail));
    }
    return object;
}

/// Of an HTTP request its body, or, where it has none, that of the answer.
QByteArray copiedPayload(const link::FrameDetail& detail)
{
    if (detail.handshakeRequest.isEmpty()) {
        return detail.payload;
    }
    const QByteArray body = readHttpMessage(detail.handshakeRequest).body;
    return body.isEmpty() ? readHttpMessage(detail.handshakeResponse).body : body;
}

} // namespace

QString frameText(const link::FrameDetail& detail, FrameCopy format)
{
    const QByteArray payload = copiedPayload(detail);
    const QString hex = QString::fromLatin1(payload.toHex(' '));
    switch (format) {
    case FrameCopy::Payload: {
        const Opcode opcode = detail.row.header.opcode;
        const bool isText = detail.row.kind == RowKind::Push || opcode == Opcode::Text ||
                            QString::fromUtf8(payload).toUtf8() == payload;
        return isText && opcode != Opcode::Binary ? QString::fromUtf8(payload) : hex;
    }
    case FrameCopy::Json:
        return QString::fromUtf8(QJsonDocument(frameObject(detail)).toJson());
    case FrameCopy::Hex:
        return hex;
    }
    Q_UNREACHABLE();
}

} // namespace signalbox::ui
