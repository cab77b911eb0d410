// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/services/script_acts.h"
#include "server/services/script_values.h"

#include <QtCore/QObject>

#include <optional>
#include <variant>

namespace signalbox::services {

/// What a script host tells the broker, in order.
namespace from_script {
/// The answer to Load.
struct Declared {
    Declaration declaration;
};
/// The answer to Load: it cannot be run.
struct LoadFailed {
    ScriptError error;
};
/// Nothing comes back.
struct Tell {
    ScriptAct act;
};
/// The script waits for to_script::Answer, within the call's deadline.
struct Ask {
    ScriptAct act;
};
inline namespace log_enums {
Q_NAMESPACE
enum class LogLevel { Debug, Info, Warning, Error };
Q_ENUM_NS(LogLevel)
} // namespace log_enums
struct Logged {
    LogLevel level = LogLevel::Info;
    QString text;
};
/// The call with that number has returned.
struct Done {
    quint64 number = 0;
    std::optional<ScriptError> error;       ///< that it threw
    std::optional<ScriptResponse> response; ///< of RequestCame
    std::chrono::microseconds took{};
};
} // namespace from_script

using FromScript = std::variant<from_script::Declared, from_script::LoadFailed, from_script::Tell,
                                from_script::Ask, from_script::Logged, from_script::Done>;

} // namespace signalbox::services
