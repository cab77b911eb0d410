// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/frame_row.h"

namespace signalbox::filter {

[[nodiscard]] inline bool isSentFrame(const link::FrameRow& row)
{
    return row.kind == link::RowKind::Frame && row.direction == link::Direction::Sent;
}

[[nodiscard]] inline bool isReceivedFrame(const link::FrameRow& row)
{
    return row.kind == link::RowKind::Frame && row.direction == link::Direction::Received;
}

[[nodiscard]] inline bool isCloseFrame(const link::FrameRow& row)
{
    return row.kind == link::RowKind::Frame && row.header.opcode == websocket::Opcode::Close;
}

/// Frames that came from the connection, and what it did itself.
[[nodiscard]] inline bool isFromClient(const link::FrameRow& row)
{
    const bool isAct = row.kind == link::RowKind::Opened || row.kind == link::RowKind::Closed ||
                       row.kind == link::RowKind::Joined || row.kind == link::RowKind::Left;
    return isReceivedFrame(row) || isAct;
}

[[nodiscard]] inline bool hasHeader(const link::FrameRow& row)
{
    return row.kind == link::RowKind::Frame;
}

} // namespace signalbox::filter
