// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QTimer>

namespace signalbox::app {

/// Tells systemd how the service does, sd_notify(3). Does nothing where no service manager asks, and in a
/// build without SIGNALBOX_WITH_SYSTEMD.
///
/// Thread: main; the watchdog is fed from its event loop, so that a loop that is stuck is noticed.
class ServiceNotifier final {
public:
    ServiceNotifier();
    Q_DISABLE_COPY_MOVE(ServiceNotifier)

    void ready();     ///< listening
    void reloading(); ///< ready() follows
    void stopping();
    void status(const QString& text); ///< one line for `systemctl status`

private:
    QTimer m_watchdog;
};

} // namespace signalbox::app
