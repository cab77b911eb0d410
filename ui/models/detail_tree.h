// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_detail.h"
#include "ui/models/detail_node.h"

namespace signalbox::ui {

class ClientNames;

/// The bytes of a frame as the bytes view shows them: the header as on the wire and the payload unmasked, or
/// a handshake's request and answer.
struct FrameBytes {
    QByteArray bytes;
    qsizetype headBytes = 0; ///< how many of them are header, or request
};

[[nodiscard]] FrameBytes frameBytes(const link::FrameDetail& detail);
/// The detail of a frame as a tree: handshake, RFC 6455 header, close code, envelope or JSON, fragments, the
/// message that they make, deliveries. The root has only children.
[[nodiscard]] DetailNode detailTree(const link::FrameDetail& detail, const ClientNames& names);

} // namespace signalbox::ui
