// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/frame_cells.h"

#include "ui/format/frame_words.h"
#include "ui/format/meaning.h"
#include "ui/format/numbers.h"
#include "ui/format/plain.h"
#include "ui/format/routing_words.h"
#include "ui/format/times.h"

namespace signalbox::ui {

using link::FrameRow;
using link::RowKind;
using Column = FramesModel::Column;

namespace {

QVariant alignment(Column column)
{
    const bool isNumber = column == FramesModel::NumberColumn || column == FramesModel::LengthColumn;
    return QVariant::fromValue<Qt::Alignment>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

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
    switch (column) {
    case FramesModel::NumberColumn:
    case FramesModel::TimeColumn:
        return Meaning::Muted;
    case FramesModel::DirectionColumn:
        return row.direction == link::Direction::Received ? Meaning::Incoming : Meaning::Outgoing;
    case FramesModel::FromColumn:
        return row.kind == RowKind::Frame && !row.claimedUser.isEmpty() ? Meaning::Warning : Meaning::Normal;
    case FramesModel::ToColumn: {
        const bool reachedNobody = !row.message.isNull() && row.deliveries.recipients == 0;
        return reachedNobody || row.deliveries.dropped > 0 ? Meaning::Warning : Meaning::Normal;
    }
    case FramesModel::TypeColumn:
        return typeMeaning(row);
    case FramesModel::SummaryColumn:
        return row.kind == RowKind::Gap ? Meaning::Muted : Meaning::Normal;
    case FramesModel::LengthColumn:
    case FramesModel::ActionColumn:
    case FramesModel::ColumnCount:
        return Meaning::Normal;
    }
    Q_UNREACHABLE();
}

Meaning deliveryMeaning(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Sent:
        return Meaning::Good;
    case DeliveryState::Queued:
        return Meaning::Warning;
    case DeliveryState::DroppedSlow:
    case DeliveryState::DroppedClosing:
        return Meaning::Bad;
    }
    Q_UNREACHABLE();
}

} // namespace

QString FrameCells::text(Column column) const
{
    const FrameWords words(m_row, m_name);
    switch (column) {
    case FramesModel::NumberColumn:
        return countText(m_row.number);
    case FramesModel::TimeColumn:
        return timeText(m_row.time);
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
        return plainName(m_row.action);
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
        return alignment(column);
    case Qt::AccessibleTextRole:
        return column == FramesModel::NumberColumn ? FrameWords(m_row, m_name).sentence() : text(column);
    case meaningRole:
        return QVariant::fromValue(frameMeaning(m_row, column));
    case FramesModel::kindRole:
        return static_cast<int>(m_row.kind);
    default:
        return {};
    }
}

QString DeliveryCells::text(Column column) const
{
    switch (column) {
    case FramesModel::ToColumn:
        return m_label;
    case FramesModel::TypeColumn:
        return deliveryStateText(m_delivery.state);
    case FramesModel::SummaryColumn:
        return m_delivery.state == DeliveryState::Sent ? QString() : deliveryText(m_delivery);
    case FramesModel::NumberColumn:
    case FramesModel::TimeColumn:
    case FramesModel::DirectionColumn:
    case FramesModel::FromColumn:
    case FramesModel::LengthColumn:
    case FramesModel::ActionColumn:
    case FramesModel::ColumnCount:
        return {};
    }
    Q_UNREACHABLE();
}

QVariant DeliveryCells::data(Column column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return text(column);
    case Qt::ToolTipRole:
        return plainToolTip(text(column));
    case Qt::TextAlignmentRole:
        return alignment(column);
    case Qt::AccessibleTextRole:
        return FramesModel::tr("delivery to %1, %2")
            .arg(m_label, deliveryStateText(m_delivery.state).section(u' ', 1));
    case meaningRole:
        return QVariant::fromValue(column == FramesModel::ToColumn ? Meaning::Normal
                                                                   : deliveryMeaning(m_delivery.state));
    default:
        return {};
    }
}

QVariant frameHeaderData(Column column, int role)
{
    if (role == Qt::TextAlignmentRole) {
        return alignment(column);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case FramesModel::NumberColumn:
        return FramesModel::tr("No.");
    case FramesModel::TimeColumn:
        return FramesModel::tr("Time");
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
