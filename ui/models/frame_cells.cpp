// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/frame_cells.h"

#include "ui/format/frame_words.h"
#include "ui/format/meaning.h"
#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/format/times.h"

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using link::FrameRow;
using link::RowKind;
using Column = FramesModel::Column;

namespace {

Meaning endMeaning(EndReason reason)
{
    switch (reason) {
    case EndReason::PeerClosed:
    case EndReason::DisconnectedByOperator:
    case EndReason::Shutdown:
        return Meaning::Muted;
    case EndReason::Vanished:
    case EndReason::ProtocolError:
    case EndReason::InvalidPayload:
    case EndReason::MessageTooBig:
    case EndReason::SlowClient:
    case EndReason::FrameTimedOut:
    case EndReason::PolicyViolation:
        return Meaning::Bad;
    }
    Q_UNREACHABLE();
}

/// Requests are many and seldom what one looks for: quiet, unless the broker could not do it.
Meaning answeredMeaning(const FrameRow& row)
{
    return row.code >= 500 ? Meaning::Warning : Meaning::Muted;
}

Meaning calledMeaning(const FrameRow& row)
{
    if (row.text.isEmpty()) {
        return Meaning::Normal;
    }
    return row.isTriedAgain ? Meaning::Warning : Meaning::Bad;
}

Meaning typeMeaning(const FrameRow& row)
{
    switch (row.kind) {
    case RowKind::Opened:
        return Meaning::Good;
    case RowKind::Refused:
        return Meaning::Bad;
    case RowKind::Closed:
        return endMeaning(row.end);
    case RowKind::Gap:
        return Meaning::Muted;
    case RowKind::Answered:
        return answeredMeaning(row);
    case RowKind::Called:
        return calledMeaning(row);
    case RowKind::Frame:
    case RowKind::Push:
    case RowKind::Joined:
    case RowKind::Left:
    case RowKind::OperatorAct:
        return Meaning::Normal;
    }
    Q_UNREACHABLE();
}

Meaning frameMeaning(const FrameRow& row, Column column)
{
    if (row.kind == RowKind::Answered) {
        return answeredMeaning(row);
    }
    switch (column) {
    case FramesModel::NumberColumn:
    case FramesModel::TimeColumn:
    case FramesModel::DeltaColumn:
        return Meaning::Muted;
    case FramesModel::DirectionColumn:
        return row.direction == link::Direction::Received ? Meaning::Incoming : Meaning::Outgoing;
    case FramesModel::FromColumn:
        if (row.kind == RowKind::Frame && !row.claimedUser.isEmpty()) {
            return Meaning::Warning;
        }
        return row.kind == RowKind::Frame && row.direction == link::Direction::Sent ? Meaning::Outgoing
                                                                                    : Meaning::Normal;
    case FramesModel::ToColumn: {
        const bool reachedNobody = !row.message.isNull() && row.deliveries.recipients == 0;
        if (reachedNobody || row.deliveries.dropped > 0) {
            return Meaning::Warning;
        }
        return row.kind == RowKind::Frame && row.direction == link::Direction::Received ? Meaning::Incoming
                                                                                        : Meaning::Normal;
    }
    case FramesModel::TypeColumn:
        return typeMeaning(row);
    case FramesModel::SummaryColumn:
        if (row.kind == RowKind::Called) {
            return calledMeaning(row);
        }
        return row.kind == RowKind::Gap ? Meaning::Muted : Meaning::Normal;
    case FramesModel::LengthColumn:
    case FramesModel::ActionColumn:
    case FramesModel::ColumnCount:
        return Meaning::Normal;
    }
    Q_UNREACHABLE();
}

} // namespace

QString FrameCells::number() const
{
    QString text = countText(m_row.number);
    if (m_context.isIgnored) {
        text.prepend(u"⊘ "_s);
    }
    return m_context.isMarked ? text.prepend(u"◆ "_s) : text;
}

QString FrameCells::sentence() const
{
    QString text = FrameWords(m_row, m_context.name, m_context.fragments).sentence();
    if (m_context.isMarked) {
        text += FramesModel::tr(", marked");
    }
    return m_context.isIgnored ? text + FramesModel::tr(", ignored") : text;
}

QString FrameCells::text(Column column) const
{
    const FrameWords words(m_row, m_context.name, m_context.fragments);
    switch (column) {
    case FramesModel::NumberColumn:
        return number();
    case FramesModel::TimeColumn:
        return timeText(m_row.time);
    case FramesModel::DeltaColumn:
        return m_context.delta;
    case FramesModel::DirectionColumn:
        return words.direction();
    case FramesModel::FromColumn:
        return words.from();
    case FramesModel::ToColumn:
        return words.to();
    case FramesModel::TypeColumn:
        return words.type();
    case FramesModel::LengthColumn:
        return words.length();
    case FramesModel::ActionColumn:
        return words.action();
    case FramesModel::SummaryColumn:
        return words.summary();
    case FramesModel::ColumnCount:
        break;
    }
    Q_UNREACHABLE();
}

QVariant FrameCells::data(Column column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(column);
    case Qt::ToolTipRole:
        return plainToolTip(text(column));
    case Qt::TextAlignmentRole:
        return columnAlignment(column);
    case Qt::AccessibleTextRole:
        return column == FramesModel::NumberColumn ? sentence() : text(column);
    case meaningRole:
        return QVariant::fromValue(m_context.isIgnored ? Meaning::Muted : frameMeaning(m_row, column));
    case FramesModel::kindRole:
        return static_cast<int>(m_row.kind);
    case FramesModel::markedRole:
        return m_context.isMarked;
    default:
        return {};
    }
}

QVariant columnAlignment(Column column)
{
    const bool isNumber = column == FramesModel::NumberColumn || column == FramesModel::DeltaColumn ||
                          column == FramesModel::LengthColumn;
    return QVariant::fromValue<Qt::Alignment>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QVariant frameHeaderData(Column column, int role)
{
    if (role == Qt::TextAlignmentRole) {
        return columnAlignment(column);
    }
    if (role == Qt::ToolTipRole && column == FramesModel::DeltaColumn) {
        return FramesModel::tr("Since the row above");
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case FramesModel::NumberColumn:
        return FramesModel::tr("No.");
    case FramesModel::TimeColumn:
        return FramesModel::tr("Time");
    case FramesModel::DeltaColumn:
        return FramesModel::tr("Δ");
    case FramesModel::DirectionColumn:
        return FramesModel::tr("Way");
    case FramesModel::FromColumn:
        return FramesModel::tr("From");
    case FramesModel::ToColumn:
        return FramesModel::tr("To");
    case FramesModel::TypeColumn:
        return FramesModel::tr("Opcode");
    case FramesModel::LengthColumn:
        return FramesModel::tr("Length");
    case FramesModel::ActionColumn:
        return FramesModel::tr("Action");
    case FramesModel::SummaryColumn:
        return FramesModel::tr("Content");
    case FramesModel::ColumnCount:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace signalbox::ui
