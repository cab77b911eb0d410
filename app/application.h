// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/command_line.h"
#include "app/configuration_sources.h"
#include "app/demo.h"
#include "app/exit_status.h"
#include "app/log_output.h"
#include "app/operator_token_watch.h"
#include "app/service_notifier.h"
#include "app/signal_watcher.h"
#include "server/broker/broker.h"
#include "server/link/window_plugin.h"
#include "server/settings/settings_loader.h"
#include "server/testclients/test_clients.h"

#include <QtCore/QObject>

#include <memory>

namespace signalbox::app {

/// The composition root: makes the broker, the window if one is wanted, the demo, and wires signals, systemd
/// and the exit status to them. The only place where modules meet.
///
/// Thread: main. Made after the application object. Order of the end: the window closes, the broker drains,
/// the threads end.
class Application final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        const Invocation& invocation;
        const ConfigurationSources& sources;
        LoadedSettings settings;
        LogOutput& log;
        link::WindowPlugin* window = nullptr; ///< null: without a window
    };

    explicit Application(Parts parts);
    ~Application() override;

    /// Runs the event loop to the end of the program.
    [[nodiscard]] ExitStatus run();
    /// Brings the window to the front, if there is one.
    void raiseWindow();

private:
    void makeTestClients();
    void makeDemo();
    void makeWindow();
    void eventsArrived(const std::vector<link::Event>& events);
    void listenersChanged(const link::ListenersChanged& state);
    void stopRequested(int count);
    void reload();
    void finish(ExitStatus status);
    void drain();

    Parts m_parts;
    QString m_banner;
    ExitStatus m_status = ExitStatus::Success;
    bool m_announced = false; ///< "listening on …" was printed
    bool m_stopped = false;
    broker::Broker m_broker;
    OperatorTokenWatch m_operatorToken;
    ServiceNotifier m_service;
    SignalWatcher m_signals;
    std::unique_ptr<testclients::TestClients> m_testClients;
    std::unique_ptr<Demo> m_demo;
    std::unique_ptr<link::Window> m_window;
};

} // namespace signalbox::app
