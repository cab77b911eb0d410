// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/scripts/script_engine.h"

#include <chrono>

namespace signalbox::scripts {

/// Serves the broker: reads what it asks, runs the script, answers. One call after the other.
///
/// Main thread; blocks.
class ScriptHost final {
public:
    ScriptHost(HostChannel& channel, EventDrain& events, std::chrono::seconds cpu);

    /// Until the broker closes the socket. False: it said what nobody understands.
    [[nodiscard]] bool run();

private:
    void take(const services::to_script::Load& load);
    void take(const services::to_script::Call& call);
    void take(const services::to_script::Answer&) {} // to nothing that was asked

    HostChannel& m_channel;
    ScriptEngine m_engine;
    const std::chrono::seconds m_cpu;
    bool m_isLoaded = false;
};

} // namespace signalbox::scripts
