// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/control/parameter_reader.h"
#include "server/filter/filter.h"

#include <variant>

namespace signalbox::control {

/// Which of the kept frames are asked for, the newest first.
struct FrameQuery {
    filter::Filter filter;
    quint64 before = 0; ///< rows with a smaller number alone; 0: all
    quint64 limit = 100;
};

/// Reads filter, limit and cursor. Errors: filter.…, control.….
[[nodiscard]] std::variant<FrameQuery, http::HttpError> readFrameQuery(const ParameterReader& reader);

} // namespace signalbox::control
