// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"

#include <QtCore/QString>

namespace signalbox::app {

/// One row as one line for a person, without the newline: time of the local day, direction, who, what, how
/// long, where to, and how it begins. Foreign text in it is printable.
[[nodiscard]] QString frameLine(const link::FrameRow& row);

} // namespace signalbox::app
