// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/script_acts.h"

namespace signalbox::broker::hub_task {

/// A message of a script's controller.
struct ControllerSend {
    services::script_act::Invoke what;
};

} // namespace signalbox::broker::hub_task
