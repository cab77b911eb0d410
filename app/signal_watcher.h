// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

#include <array>
#include <memory>

class QSocketNotifier;

namespace signalbox::app {

/// Turns the signals of the system into Qt's, in the event loop. SIGPIPE is ignored while it lives, for
/// sockets and for stdout; what the signals did before comes back with its end.
///
/// Thread: main. Owner: the composition root. One at a time; made after the application object.
class SignalWatcher final : public QObject {
    Q_OBJECT

public:
    explicit SignalWatcher(QObject* parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    /// SIGTERM or SIGINT, for the `count`th time: 1 asks to drain, more to stop at once.
    void stopRequested(int count);
    void reloadRequested();    ///< SIGHUP
    void rotateRequested();    ///< SIGUSR1
    void stateDumpRequested(); ///< SIGUSR2

private:
    void readSignals();
    void emitSignal(int number);

    std::array<int, 2> m_pipe{-1, -1}; // what the handler writes, the notifier reads
    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_stops = 0;
};

} // namespace signalbox::app
