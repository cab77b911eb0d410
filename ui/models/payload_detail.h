// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"
#include "ui/models/detail_node.h"

namespace signalbox::ui {

/// What a frame carries, by what it is: close code and reason, envelope, JSON, text, picture, bytes.
[[nodiscard]] DetailNode payloadDetail(const link::FrameDetail& detail);
/// The same for the message that a frame is a fragment of, whose payloads are all kept.
[[nodiscard]] DetailNode messageDetail(const link::FrameDetail& detail);

} // namespace signalbox::ui
