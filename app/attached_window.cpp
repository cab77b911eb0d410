// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/attached_window.h"

#include "app/signal_watcher.h"
#include "app/standard_stream.h"
#include "server/core/plain_text.h"

#include <QtCore/QCoreApplication>

namespace signalbox::app {

namespace {

link::WindowOptions withPlace(link::WindowOptions options, const remote::RemoteLink::Options& access)
{
    options.place = access.url.toString(QUrl::RemoveUserInfo);
    options.readOnly = access.readOnly;
    return options;
}

} // namespace

AttachedWindow::AttachedWindow(link::WindowPlugin& plugin, link::WindowOptions options,
                               remote::RemoteLink::Options access)
    : m_plugin(plugin)
    , m_options(withPlace(std::move(options), access))
    , m_link(std::move(access))
{
    connect(&m_link, &link::BrokerLink::eventsArrived, this, [this](const std::vector<link::Event>& events) {
        for (const link::Event& event : events) {
            take(event);
        }
    });
}

AttachedWindow::~AttachedWindow() = default;

ExitStatus AttachedWindow::run()
{
    SignalWatcher signalWatcher;
    connect(&signalWatcher, &SignalWatcher::stopRequested, this, [] { QCoreApplication::exit(); });
    m_link.open();
    QCoreApplication::exec();
    m_window.reset();
    return m_status;
}

void AttachedWindow::take(const link::Event& event)
{
    if (std::holds_alternative<link::LinkOpened>(event)) {
        // Not from inside the link's own call: the window hears events of this very link.
        QMetaObject::invokeMethod(this, &AttachedWindow::opened, Qt::QueuedConnection);
    } else if (const auto* const lost = std::get_if<link::LinkLost>(&event); lost != nullptr && m_window) {
        m_link.detach(); // the window that comes next attaches by itself
    } else if (lost != nullptr) {
        writeAll(standardError,
                 QStringLiteral("signalbox: %1\n").arg(printableLine(lost->error.message)).toUtf8());
        m_status = ExitStatus::Failure;
        QCoreApplication::exit();
    }
}

void AttachedWindow::opened()
{
    m_options.unsent = m_window ? m_window->unsent() : QByteArray();
    m_window.reset();
    m_window = m_plugin.createWindow(m_link, m_options);
}

} // namespace signalbox::app
