// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/ids.h"

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
/// The same among those that the filter looked for, around the end of the list; gaps, which every filter lets
/// through, are none.
[[nodiscard]] QModelIndex matchStep(const FramesModel& model, const QModelIndex& from,
                                    StepDirection direction);
/// Whose conversation a row is of: the client that a delivery went to, or the
/// one that a row came from.
[[nodiscard]] ClientId conversationClient(const FramesModel& model, const QModelIndex& index);
/// The same among the rows of a client's conversation: those over its
/// connection, and the messages that went to it. Without a client: those from
/// the same sender.
[[nodiscard]] QModelIndex conversationStep(const FramesModel& model, const QModelIndex& from,
                                           StepDirection direction, ClientId client);
/// The nearest marked row that is shown, around the end of the list.
[[nodiscard]] QModelIndex markStep(const FramesModel& model, const QModelIndex& from,
                                   StepDirection direction);

} // namespace signalbox::ui
