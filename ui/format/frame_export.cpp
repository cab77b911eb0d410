// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/frame_export.h"

#include "ui/format/frame_words.h"

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
    if (row.header.opcode == Opcode::Text || row.kind == RowKind::Push) {
        object.insert(u"payload"_s, QString::fromUtf8(detail.payload));
    } else if (!detail.payload.isEmpty()) {
        object.insert(u"payloadBase64"_s, QString::fromLatin1(detail.payload.toBase64()));
    }
    if (!detail.deliveries.empty()) {
        object.insert(u"deliveries"_s, deliveries(detail));
    }
    return object;
}

} // namespace

QString frameText(const link::FrameDetail& detail, FrameCopy format)
{
    const QString hex = QString::fromLatin1(detail.payload.toHex(' '));
    switch (format) {
    case FrameCopy::Payload: {
        const Opcode opcode = detail.row.header.opcode;
        const bool isText = detail.row.kind == RowKind::Push || opcode == Opcode::Text ||
                            QString::fromUtf8(detail.payload).toUtf8() == detail.payload;
        return isText && opcode != Opcode::Binary ? QString::fromUtf8(detail.payload) : hex;
    }
    case FrameCopy::Json:
        return QString::fromUtf8(QJsonDocument(frameObject(detail)).toJson());
    case FrameCopy::Hex:
        return hex;
    }
    Q_UNREACHABLE();
}

} // namespace signalbox::ui
