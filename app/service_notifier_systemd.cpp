// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service_notifier.h"

#include "server/core/plain_text.h"

#include <chrono>
#include <systemd/sd-daemon.h>

namespace signalbox::app {

namespace {

void notify(const QByteArray& state)
{
    sd_notify(0, state.constData()); // without NOTIFY_SOCKET it does nothing, and nobody waits for an answer
}

} // namespace

ServiceNotifier::ServiceNotifier()
{
    uint64_t microseconds = 0;
    if (sd_watchdog_enabled(0, &microseconds) <= 0) {
        return;
    }
    // sd_watchdog_enabled(3): every half of the time.
    m_watchdog.setInterval(
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::microseconds(microseconds / 2)));
    QObject::connect(&m_watchdog, &QTimer::timeout, &m_watchdog, [] { notify("WATCHDOG=1"); });
    m_watchdog.start();
}

void ServiceNotifier::ready()
{
    notify("READY=1");
}

void ServiceNotifier::reloading()
{
    using namespace std::chrono;
    const auto now = duration_cast<microseconds>(steady_clock::now().time_since_epoch());
    notify("RELOADING=1\nMONOTONIC_USEC=" + QByteArray::number(qlonglong(now.count())));
}

void ServiceNotifier::stopping()
{
    notify("STOPPING=1");
}

void ServiceNotifier::status(const QString& text)
{
    notify("STATUS=" + printableLine(text).toUtf8());
}

} // namespace signalbox::app
