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
        if (!model.marks().isIgnored(model.frame(index).number) && fits(index)) {
            return index;
        }
    }
    return {};
}

} // namespace

QModelIndex frameStep(const FramesModel& model, const QModelIndex& from, StepDirection direction)
{
    return step(model, from, direction, [](const QModelIndex&) { return true; });
}

QModelIndex matchStep(const FramesModel& model, const QModelIndex& from, StepDirection direction)
{
    const int count = model.rowCount();
    const bool isNext = direction == StepDirection::Next;
    int row = from.isValid() ? topOf(from).row() : (isNext ? count - 1 : 0);
    for (int tried = 0; tried < count; ++tried) {
        row = (row + (isNext ? 1 : count - 1)) % count;
        const QModelIndex index = model.index(row, 0);
        const FrameRow& frame = model.frame(index);
        if (frame.kind != link::RowKind::Gap && !model.marks().isIgnored(frame.number)) {
            return index;
        }
    }
    return {};
}

ClientId conversationClient(const FramesModel& model, const QModelIndex& index)
{
    const Delivery* delivery = model.delivery(index);
    return delivery != nullptr ? delivery->client : model.frame(index).client;
}

QModelIndex conversationStep(const FramesModel& model, const QModelIndex& from, StepDirection direction,
                             ClientId client)
{
    if (!from.isValid() || model.frame(from).kind == link::RowKind::Gap) {
        return {};
    }
    const link::SenderKind sender = model.frame(from).sender;
    return step(model, from, direction, [&model, client, sender](const QModelIndex& index) {
        const FrameRow& row = model.frame(index);
        if (row.kind == link::RowKind::Gap) {
            return false;
        }
        return client.isNull() ? row.client.isNull() && row.sender == sender : model.concerns(index, client);
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
