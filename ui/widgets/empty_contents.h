// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/empty_state.h"

namespace signalbox::ui {

class Actions;
class BrokerState;

/// What the frames view says while it has no row: no listener, no match, no client, or no frame yet.
[[nodiscard]] EmptyState::Content emptyFramesContent(BrokerState& state, const Actions& actions);

} // namespace signalbox::ui
