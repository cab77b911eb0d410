// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtPlugin>

#include <chrono>

namespace signalbox::services {

/// What the process of a script may use up.
struct ScriptLimits {
    qint64 memoryBytes = qint64{128} * 1024 * 1024;
    std::chrono::seconds cpu{2}; ///< in one call
};

/// The seam between the program, which links no JavaScript engine, and the script host, which is loaded in a
/// process of its own (`signalbox --script-host`, hidden).
class ScriptPlugin {
public:
    virtual ~ScriptPlugin() = default;

    /// Puts the limits on this process, then serves one script over a connected socket until the other end
    /// closes it; returns the exit status. Makes the application object. Blocks.
    [[nodiscard]] virtual int run(int descriptor, const ScriptLimits& limits) = 0;
};

} // namespace signalbox::services

#define SignalboxScriptPlugin_iid "org.signalbox.ScriptPlugin/1"
Q_DECLARE_INTERFACE(signalbox::services::ScriptPlugin, SignalboxScriptPlugin_iid)
