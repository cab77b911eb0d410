// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/error.h"
#include "server/services/from_script.h"
#include "server/services/to_script.h"

#include <functional>
#include <optional>
#include <variant>

namespace signalbox::services {

/// Something that a script is to hear of, and who waits for what comes of it.
struct ScriptCall {
    /// A response of the script, or why there is none.
    using Outcome = std::variant<ScriptResponse, Error>;

    to_script::What what;
    std::function<void(Outcome outcome)> then{}; ///< of what is answered

    /// What it takes while it waits, about.
    [[nodiscard]] qint64 bytes() const;
    /// Whether it may be refused when too much waits: what opens and closes must be heard of.
    [[nodiscard]] bool isRefusable() const
    {
        return !std::holds_alternative<to_script::Opened>(what) &&
               !std::holds_alternative<to_script::Closed>(what) &&
               !std::holds_alternative<to_script::ControllerOpened>(what) &&
               !std::holds_alternative<to_script::ControllerClosed>(what);
    }
};

} // namespace signalbox::services
