// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/result.h"
#include "server/link/commands.h"
#include "server/recording/capture_task.h"

#include <functional>

namespace signalbox::broker {

inline constexpr quint64 maxFoundRows = 10'000;

/// Whether capture carries a command out, and not the hub: FetchFrame, FilterFrames, SearchFrames,
/// CancelSearch.
[[nodiscard]] bool isFrameCommand(const link::Command& command);

/// Such a command as capture takes it, or what is wrong with its filter. `found` is called in the capture
/// thread. But for FetchFrame, whose answer comes from capture, whoever posts the task answers with Done
/// before.
[[nodiscard]] Result<recording::CaptureTask> captureTask(recording::ConsumerId consumer, link::CommandId id,
                                                         const link::Command& command,
                                                         std::function<void(link::FramesFound)> found);

} // namespace signalbox::broker
