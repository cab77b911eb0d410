// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/composition.h"
#include "server/link/frame_row.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace signalbox::ui {

/// What a row shows of a field of the filter language: who it is from, whom it is to, …; of From, To, Type,
/// Action, Length, Number, Direction, Client. Empty: nothing.
[[nodiscard]] QByteArray shownValue(const link::FrameRow& row, filter::Field field);
/// The condition that a row fulfils by what it shows: `from == "ann"`. Empty: there is none.
[[nodiscard]] QString shownCondition(const link::FrameRow& row, filter::Field field);
/// The same for what its last column says: the payload, the reason, the error.
[[nodiscard]] QString summaryCondition(const link::FrameRow& row);

} // namespace signalbox::ui
