// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/filter/completion.h"

namespace signalbox::ui {

class BrokerState;

/// The values of a field that the window has seen, for completion: users, groups, clients and actions; for
/// `message` and `payload` the paths into the JSON of the newest frames.
[[nodiscard]] QStringList seenValues(BrokerState& state, filter::Field field);

} // namespace signalbox::ui
