// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/script_plugin.h"

#include <chrono>

namespace signalbox::scripts {

/// Takes from this process what a script has no use for, for good: memory over the limit, new files, new
/// processes and threads, more descriptors, a core dump, more rights, a life without its parent, and what
/// its parent left open behind `descriptor`. It no longer heeds the signals that stop the broker: the broker
/// ends it.
void limitProcess(const services::ScriptLimits& limits, int descriptor);

/// Lets this process compute for `time` more. The system ends it (SIGXCPU) when that is used up, whole
/// seconds later at most one.
void renewCpuTime(std::chrono::seconds time);

} // namespace signalbox::scripts
