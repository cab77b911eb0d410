// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exit_status.h"
#include "server/link/window_plugin.h"
#include "server/remote/remote_link.h"

#include <memory>

namespace signalbox::app {

/// `--attach`: the window on a broker that runs elsewhere. It opens when the broker is there, says when it is
/// gone, and begins anew when it is back: what was known before is void, for the broker may be another.
///
/// Thread: main.
class AttachedWindow final : public QObject {
    Q_OBJECT

public:
    AttachedWindow(link::WindowPlugin& plugin, link::WindowOptions options,
                   remote::RemoteLink::Options access);
    ~AttachedWindow() override;

    /// Runs until the window is closed, or the program is told to stop.
    [[nodiscard]] ExitStatus run();

private:
    void take(const link::Event& event);
    void opened();

    link::WindowPlugin& m_plugin;
    link::WindowOptions m_options;
    remote::RemoteLink m_link;
    std::unique_ptr<link::Window> m_window;
    ExitStatus m_status = ExitStatus::Success;
};

} // namespace signalbox::app
