// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/frame_steps.h"

#include "ui/models/frames_model.h"

namespace signalbox::ui {

using link::FrameRow;

namespace {

QModelIndex topOf(const QModelIndex& index)
{
    return index.parent().isValid() ? index.parent() : index;
}

template <typename Condition>
QModelIndex step(const FramesModel& model, const QModelIndex& from, StepDirection direction,
                 const Condition& fits)
{
    if (!from.isValid()) {
        return {};
    }
    const int by = direction == StepDirection::Next ? 1 : -1;
    for (int row = topOf(from).row() + by; row >= 0 && row < model.rowCount(); row += by) {
        const QModelIndex index = model.index(row, 0);
        const FrameRow& frame = model.frame(index);
        if (!model.marks().isIgnored(frame.number) && fits(frame)) {
            return index;
        }
    }
    return {};
}

} // namespace

QModelIndex frameStep(const FramesModel& model, const QModelIndex& from, StepDirection direction)
{
    return step(model, from, direction, [](const FrameRow&) { return true; });
}

QModelIndex conversationStep(const FramesModel& model, const QModelIndex& from, StepDirection direction)
{
    if (!from.isValid()) {
        return {};
    }
    const FrameRow& start = model.frame(from);
    const bool isGap = start.kind == link::RowKind::Gap;
    return step(model, from, direction, [&start, isGap](const FrameRow& row) {
        return !isGap && row.kind != link::RowKind::Gap && row.client == start.client &&
               (!start.client.isNull() || row.sender == start.sender);
    });
}

QModelIndex markStep(const FramesModel& model, const QModelIndex& from, StepDirection direction)
{
    const FrameMarks& marks = model.marks();
    const bool isNext = direction == StepDirection::Next;
    quint64 number = from.isValid() ? model.frame(from).number : 0;
    for (size_t tried = 0; tried < marks.marked().size(); ++tried) { // a filter may hide some
        number = isNext ? marks.nextMark(number).value() : marks.previousMark(number).value();
        if (const QModelIndex index = model.indexOf(number); index.isValid()) {
            return index;
        }
    }
    return {};
}

} // namespace signalbox::ui
