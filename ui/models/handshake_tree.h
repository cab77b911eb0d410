// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_detail.h"
#include "ui/models/detail_node.h"

namespace signalbox::ui {

/// The request and the answer of a handshake or an HTTP request, with a sentence for each header field that
/// is known, and their bodies. The root has only children.
[[nodiscard]] DetailNode handshakeTree(const link::FrameDetail& detail);

} // namespace signalbox::ui
