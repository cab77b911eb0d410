// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/response.h"
#include "server/link/frame_detail.h"

#include <vector>

namespace signalbox::control {

/// 200 {"frames":[…],"searched":1200,"nextCursor":"813"}: the rows as they were found, the newest first. Of a
/// row those members are there that mean something for its kind. `limit` rows: more may follow.
[[nodiscard]] http::Response framesAnswer(const std::vector<link::FrameRow>& rows, quint64 searched,
                                          quint64 limit);
/// 200 with the whole of one row: its payload, its header as on the wire, who got it.
[[nodiscard]] http::Response frameAnswer(const link::FrameDetail& detail);

} // namespace signalbox::control
