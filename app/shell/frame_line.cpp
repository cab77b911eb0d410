// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/frame_line.h"

#include "server/core/end_reason.h"
#include "server/core/plain_text.h"
#include "server/filter/field_words.h"

#include <QtCore/QDateTime>
#include <QtCore/QStringList>

namespace signalbox::app {

using namespace Qt::StringLiterals;

namespace {

using link::RowKind;

constexpr qsizetype whoWidth = 14;
constexpr qsizetype whatWidth = 7;
constexpr qsizetype lengthWidth = 7;

QString timeText(WallTime time)
{
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(milliseconds.count()).toString(u"HH:mm:ss.zzz");
}

bool hasPayload(const link::FrameRow& row)
{
    return row.kind == RowKind::Frame || row.kind == RowKind::Push;
}

QString who(const link::FrameRow& row)
{
    if (!row.client.isNull()) {
        const QString id = QString::fromLatin1(row.client.text());
        return row.user.isEmpty() ? id : id + u' ' + printable(row.user, whoWidth - id.size() - 1);
    }
    switch (row.sender) {
    case link::SenderKind::Http:
        return u"HTTP"_s;
    case link::SenderKind::Operator:
        return u"operator"_s;
    case link::SenderKind::Service:
        return u"service"_s;
    case link::SenderKind::Client:
    case link::SenderKind::Broker:
        break;
    }
    return row.address.isEmpty() ? QString() : printable(row.address);
}

QString what(const link::FrameRow& row)
{
    return filter::typeWord(row);
}

QString payloadText(const link::FrameRow& row)
{
    const QByteArray& shown = row.preview;
    const bool isCut = static_cast<quint64>(shown.size()) < row.header.payloadBytes;
    if (row.header.opcode == websocket::Opcode::Binary || row.header.opcode == websocket::Opcode::Close) {
        return QString::fromLatin1(shown.first(std::min<qsizetype>(shown.size(), 32)).toHex(' ')) +
               (isCut || shown.size() > 32 ? u" …"_s : QString());
    }
    return printableLine(QString::fromUtf8(shown)) + (isCut ? u"…"_s : QString());
}

QStringList about(const link::FrameRow& row)
{
    QStringList parts;
    if (!row.action.isEmpty()) {
        parts += printable(row.action);
    }
    if (!row.target.isEmpty()) {
        parts += u"→ "_s + printable(row.target);
    }
    if (row.code != 0) {
        parts += QString::number(row.code);
    }
    if (row.kind == RowKind::Closed) {
        parts += QString::fromLatin1(endReasonName(row.end));
    }
    if (row.kind == RowKind::Gap) {
        parts += u"%1 frames are not kept"_s.arg(row.gapRows);
    }
    if (!row.text.isEmpty()) {
        parts += printable(row.text);
    }
    if (row.kind == RowKind::Refused && !row.origin.isEmpty()) {
        parts += printable(row.origin);
    }
    return parts;
}

QString directionGlyph(const link::FrameRow& row)
{
    if (!hasPayload(row)) {
        return u"·"_s;
    }
    return row.direction == link::Direction::Received ? u"←"_s : u"→"_s;
}

} // namespace

QString frameLine(const link::FrameRow& row)
{
    QString line = timeText(row.time) + u' ' + directionGlyph(row) + u' ' + who(row).leftJustified(whoWidth) +
                   u' ' + what(row).leftJustified(whatWidth) + u' ';
    const QString length = hasPayload(row) ? QString::number(row.header.payloadBytes) : QString();
    line += length.rightJustified(lengthWidth) + u"  "_s;
    QStringList parts = about(row);
    if (hasPayload(row) && row.header.payloadBytes > 0) {
        parts += payloadText(row);
    }
    line += parts.join(u"  "_s);
    while (line.endsWith(u' ')) {
        line.chop(1);
    }
    return line;
}

} // namespace signalbox::app
