// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QModelIndex>
#include <QtCore/QObject>

namespace signalbox::ui {

class FramesModel;

inline namespace step_enums {
Q_NAMESPACE
enum class StepDirection { Next, Previous };
Q_ENUM_NS(StepDirection)
} // namespace step_enums

/// The nearest shown row that is not ignored; an invalid index when there is none.
[[nodiscard]] QModelIndex frameStep(const FramesModel& model, const QModelIndex& from,
                                    StepDirection direction);
/// The same among the rows of one conversation: those over the same connection; for a row that came over
/// none, those from the same sender.
[[nodiscard]] QModelIndex conversationStep(const FramesModel& model, const QModelIndex& from,
                                           StepDirection direction);
/// The nearest marked row that is shown, around the end of the list.
[[nodiscard]] QModelIndex markStep(const FramesModel& model, const QModelIndex& from,
                                   StepDirection direction);

} // namespace signalbox::ui
