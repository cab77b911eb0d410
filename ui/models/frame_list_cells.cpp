// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/frame_list_cells.h"

#include "ui/format/times.h"
#include "ui/models/below_cells.h"
#include "ui/models/frame_cells.h"

namespace signalbox::ui {

FrameListCells::FrameListCells(const FrameLog& log, const FrameMarks& marks, const ClientNames& names)
    : m_log(log)
    , m_marks(marks)
    , m_names(names)
{
}

QVariant FrameListCells::top(qsizetype row, FramesModel::Column column, int role) const
{
    const LoggedFrame& entry = m_log.shown(row);
    FrameContext context;
    context.name = entry.row.user.isEmpty() ? m_names.name(entry.row.client) : QString();
    context.delta = column == FramesModel::DeltaColumn ? delta(row) : QString();
    context.fragments = entry.fragments ? *entry.fragments : 0;
    context.isMarked = m_marks.isMarked(entry.row.number);
    context.isIgnored = m_marks.isIgnored(entry.row.number);
    return FrameCells(entry.row, context).data(column, role);
}

QVariant FrameListCells::below(qsizetype row, size_t child, FramesModel::Column column, int role) const
{
    const LoggedFrame& entry = m_log.shown(row);
    if (entry.unfolded->deliveries.empty()) {
        return HandshakeCells(entry.unfolded->lines, child).data(column, role);
    }
    const Delivery& delivery = entry.unfolded->deliveries[child];
    const link::DeliveryProgress* progress = nullptr;
    if (entry.progress) {
        const auto known = entry.progress->constFind(delivery.client);
        progress = known != entry.progress->cend() ? &*known : nullptr;
    }
    return DeliveryCells(delivery, m_names.label(delivery.client), progress).data(column, role);
}

// Ignored rows stand between two others without parting them.
QString FrameListCells::delta(qsizetype row) const
{
    const link::FrameRow& shown = m_log.shown(row).row;
    if (const auto& reference = m_marks.reference()) {
        return reference->number == shown.number ? FramesModel::tr("◷ zero")
                                                 : differenceText(shown.time - reference->time);
    }
    qsizetype above = row - 1;
    while (above >= 0 && m_marks.isIgnored(m_log.shown(above).row.number)) {
        --above;
    }
    return above < 0 ? QString() : differenceText(shown.time - m_log.shown(above).row.time);
}

} // namespace signalbox::ui
