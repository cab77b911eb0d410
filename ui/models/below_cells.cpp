// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/below_cells.h"

#include "ui/format/meaning.h"
#include "ui/format/plain.h"
#include "ui/format/routing_words.h"
#include "ui/models/frame_cells.h"

namespace signalbox::ui {

using namespace Qt::StringLiterals;
using Column = FramesModel::Column;

namespace {

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

Meaning progressMeaning(link::DeliveryStage stage)
{
    switch (stage) {
    case link::DeliveryStage::Sent:
    case link::DeliveryStage::Confirmed:
        return Meaning::Good;
    case link::DeliveryStage::Lost:
        return Meaning::Bad;
    }
    Q_UNREACHABLE();
}

} // namespace

QString DeliveryCells::state() const
{
    return m_progress == nullptr ? deliveryStateText(m_delivery.state) : deliveryStageText(m_progress->stage);
}

QString DeliveryCells::summary() const
{
    if (m_progress != nullptr) {
        return deliveryProgressText(*m_progress);
    }
    return m_delivery.state == DeliveryState::Sent ? QString() : deliveryText(m_delivery);
}

QString DeliveryCells::text(Column column) const
{
    switch (column) {
    case FramesModel::ToColumn:
        return m_label;
    case FramesModel::TypeColumn:
        return state();
    case FramesModel::SummaryColumn:
        return summary();
    case FramesModel::NumberColumn:
    case FramesModel::TimeColumn:
    case FramesModel::DeltaColumn:
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
        return columnAlignment(column);
    case Qt::AccessibleTextRole:
        return FramesModel::tr("delivery to %1, %2").arg(m_label, state().section(u' ', 1));
    case meaningRole: {
        const Meaning meaning =
            m_progress == nullptr ? deliveryMeaning(m_delivery.state) : progressMeaning(m_progress->stage);
        return QVariant::fromValue(column == FramesModel::ToColumn ? Meaning::Normal : meaning);
    }
    default:
        return {};
    }
}

QVariant HandshakeCells::data(Column column, int role) const
{
    const bool isRequest = m_line.direction == link::Direction::Received;
    const QString word = isRequest ? FramesModel::tr("request") : FramesModel::tr("response");
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: {
        QString text;
        if (column == FramesModel::ToColumn && m_isFirst) {
            text = (isRequest ? u"↓ "_s : u"↑ "_s) + word;
        } else if (column == FramesModel::SummaryColumn) {
            text = plainPayload(m_line.text);
        }
        return role == Qt::ToolTipRole ? plainToolTip(text) : text;
    }
    case Qt::TextAlignmentRole:
        return columnAlignment(column);
    case Qt::AccessibleTextRole:
        return FramesModel::tr("%1: %2").arg(word, plainPayload(m_line.text));
    case meaningRole: {
        const Meaning meaning = isRequest ? Meaning::Incoming : Meaning::Outgoing;
        return QVariant::fromValue(column == FramesModel::ToColumn ? meaning : Meaning::Normal);
    }
    default:
        return {};
    }
}

} // namespace signalbox::ui
