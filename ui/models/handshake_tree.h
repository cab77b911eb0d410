// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"
#include "ui/models/detail_node.h"

namespace signalbox::ui {

/// The request and the answer of a handshake, with a sentence for each header field that is known. The root
/// has only children.
[[nodiscard]] DetailNode handshakeTree(const link::FrameDetail& detail);

} // namespace signalbox::ui
