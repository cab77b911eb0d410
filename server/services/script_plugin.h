// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QtPlugin>

namespace signalbox::services {

/// The seam between the program, which links no JavaScript engine, and the script host, which is loaded in a
/// process of its own (`signalbox --script-host`, hidden).
class ScriptPlugin {
public:
    virtual ~ScriptPlugin() = default;

    /// Serves one script over a connected socket until the other end closes it; returns the exit status.
    /// Needs no application object. Blocks.
    [[nodiscard]] virtual int run(int descriptor) = 0;
};

} // namespace signalbox::services

#define SignalboxScriptPlugin_iid "org.signalbox.ScriptPlugin/1"
Q_DECLARE_INTERFACE(signalbox::services::ScriptPlugin, SignalboxScriptPlugin_iid)
