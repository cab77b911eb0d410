// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/scripts/script_bridge.h"
#include "server/services/script_values.h"
#include "server/services/to_script.h"

#include <QtQml/QJSEngine>

#include <optional>
#include <variant>

namespace signalbox::scripts {

class EventDrain;
class HostChannel;

/// A script in its engine: no files, no network, no modules, no Qt; what it has is made by checks.js and
/// api.js.
///
/// Main thread.
class ScriptEngine final {
public:
    struct Outcome {
        std::optional<services::ScriptError> error;
        std::optional<services::ScriptResponse> response;
    };

    ScriptEngine(HostChannel& channel, EventDrain& events);

    /// Runs the file from top to bottom. Once.
    [[nodiscard]] std::variant<services::Declaration, services::ScriptError>
    load(const services::to_script::Load& load);
    /// Runs a handler to its end, and what its promises have to do. Not before load() gave a declaration.
    [[nodiscard]] Outcome call(const services::to_script::What& what);

    [[nodiscard]] ScriptBridge& bridge() { return m_bridge; }

private:
    [[nodiscard]] QJSValue ours(const QString& file);
    [[nodiscard]] Outcome outcomeOf(const QJSValue& value) const;

    EventDrain& m_events;
    QJSEngine m_engine;
    ScriptBridge m_bridge;
    QString m_file;
    QJSValue m_begin;
    QJSValue m_end;
    QJSValue m_declaration;
    QJSValue m_adopt;
};

} // namespace signalbox::scripts
