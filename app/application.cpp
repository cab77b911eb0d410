// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/executable_path.h"
#include "app/free_port.h"
#include "app/standard_stream.h"
#include "server/core/log_categories.h"
#include "server/settings/setting_value.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEventLoop>
#include <QtCore/QTimer>
#include <QtCore/QUrl>

namespace signalbox::app {

namespace {

/// Beyond the drain's own deadline: the workers look at it some times a second.
constexpr std::chrono::seconds drainReserve{1};

Settings settingsFor(const LoadedSettings& loaded, bool window, QString& banner)
{
    Settings settings = loaded.settings;
    if (window) {
        FreeAddresses free = findFreeAddresses(settings.listener.addresses);
        settings.listener.addresses = std::move(free.addresses);
        banner = std::move(free.banner);
    }
    return settings;
}

QString allowedOriginsFile(const StatePaths& paths)
{
    return paths.state.isEmpty() ? QString() : paths.state + QStringLiteral("/allowed_origins");
}

broker::ServicePlace servicePlace(const Settings& settings, const StatePaths& paths)
{
    const QString configured = QString::fromUtf8(settings.services.folder);
    const QString standard = paths.state.isEmpty() ? QString() : paths.state + QStringLiteral("/services");
    return {configured.isEmpty() ? standard : configured, executablePath()};
}

bool isReloadable(const QByteArray& key)
{
    static const QList<QByteArray> reloadable{"log.level", "log.format", "http.allowed_hosts",
                                              "http.allowed_origins"};
    return reloadable.contains(key);
}

} // namespace

Application::Application(Parts parts)
    : m_parts(std::move(parts))
    , m_broker(settingsFor(m_parts.settings, m_parts.window != nullptr, m_banner),
               allowedOriginsFile(m_parts.sources.paths),
               servicePlace(m_parts.settings.settings, m_parts.sources.paths))
    , m_operatorToken(m_parts.sources.paths.state)
{
    connect(&m_operatorToken, &OperatorTokenWatch::changed, this,
            [this](const OperatorToken& token) { m_broker.setOperatorToken(token); });
    connect(&m_signals, &SignalWatcher::stopRequested, this, &Application::stopRequested);
    connect(&m_signals, &SignalWatcher::reloadRequested, this, &Application::reload);
    connect(&m_signals, &SignalWatcher::rotateRequested, this,
            [] { qCInfo(logProgram) << "SIGUSR1: nothing is being recorded"; });
    connect(&m_signals, &SignalWatcher::stateDumpRequested, this, [this] { m_broker.dumpState(); });
    connect(&m_broker.link(), &link::BrokerLink::eventsArrived, this, &Application::eventsArrived);
    for (const QString& warning : m_parts.settings.warnings) {
        qCWarning(logProgram).noquote() << warning;
    }
    makeTestClients();
    makeDemo();
    makeWindow();
}

Application::~Application() = default;

void Application::makeTestClients()
{
    m_testClients = std::make_unique<testclients::TestClients>(m_broker.link());
    m_broker.setTestClients(
        [this](const link::Command& command) { return m_testClients->carryOut(command); });
}

void Application::makeDemo()
{
    if (!m_parts.invocation.demo) {
        return;
    }
    m_demo = std::make_unique<Demo>(m_broker.link(),
                                    m_parts.invocation.once ? Demo::Mode::Once : Demo::Mode::Ongoing);
    connect(m_demo.get(), &Demo::finished, this, [this](bool success, const QString& report) {
        writeAll(standardOutput, report.toUtf8() + '\n');
        m_status = success ? ExitStatus::Success : ExitStatus::Failure;
        m_broker.stop();
    });
}

void Application::makeWindow()
{
    if (m_parts.window == nullptr) {
        return;
    }
    link::WindowOptions options = windowOptions(m_parts.sources);
    options.banner = m_banner;
    m_window = m_parts.window->createWindow(m_broker.link(), options);
}

void Application::raiseWindow()
{
    if (m_window) {
        m_window->raise();
    }
}

ExitStatus Application::run()
{
    if (const Result<void> token = m_operatorToken.start(); !token) {
        qCCritical(logProgram).noquote() << token.error().message;
        if (token.error().code != "token.not_written") { // where nothing can be written, nothing is saved
            return ExitStatus::BadConfiguration;
        }
    }
    m_broker.start();
    QCoreApplication::exec();
    m_window.reset();
    m_demo.reset();
    m_testClients->abandon();
    drain();
    return m_status;
}

void Application::drain()
{
    if (m_stopped) {
        return;
    }
    QEventLoop untilStopped;
    connect(&m_broker.link(), &link::BrokerLink::eventsArrived, &untilStopped, [this, &untilStopped] {
        if (m_stopped) {
            untilStopped.quit();
        }
    });
    QTimer::singleShot(m_parts.settings.settings.shutdown.drainTimeout + drainReserve, &untilStopped,
                       &QEventLoop::quit);
    m_broker.stop();
    untilStopped.exec();
}

void Application::eventsArrived(const std::vector<link::Event>& events)
{
    for (const link::Event& event : events) {
        if (const auto* const listeners = std::get_if<link::ListenersChanged>(&event)) {
            listenersChanged(*listeners);
        } else if (std::holds_alternative<link::BrokerStopped>(event)) {
            m_stopped = true;
            QCoreApplication::exit(); // quit() would ask the window
        }
    }
}

void Application::listenersChanged(const link::ListenersChanged& state)
{
    if (std::exchange(m_announced, true)) {
        return; // the operator's stop and start are shown in the window
    }
    const bool inUse =
        std::any_of(state.listeners.begin(), state.listeners.end(), [](const link::ListenerState& listener) {
            return listener.errorCode == "listener.address_in_use";
        });
    if (m_window == nullptr && (inUse || state.url.isEmpty())) {
        finish(inUse ? ExitStatus::AddressInUse : ExitStatus::Failure);
        return;
    }
    for (const link::ListenerState& listener :
         state.listeners) { // only now: whoever waits for a line may connect
        if (listener.listening) {
            writeAll(standardOutput, "listening on " + listener.url + '\n');
        }
    }
    m_service.ready();
    if (m_demo && !state.url.isEmpty()) {
        m_demo->start(QUrl(QString::fromLatin1(state.url)));
    }
}

void Application::stopRequested(int count)
{
    if (count > 1) {
        m_stopped = true; // at once: the threads end without draining
        QCoreApplication::exit();
        return;
    }
    m_service.stopping();
    m_demo.reset(); // a slow client would not answer the close frame in time
    m_testClients->abandon();
    m_broker.stop();
}

void Application::reload()
{
    const Result<LoadedSettings> loaded = loadSettings(m_parts.sources.settings);
    if (!loaded) {
        qCCritical(logProgram).noquote()
            << QStringLiteral("SIGHUP: the configuration in force stays: %1").arg(loaded.error().message);
        return;
    }
    m_service.reloading();
    m_operatorToken.check();
    m_parts.log.configure(loaded->settings.log.level, loaded->settings.log.format);
    m_broker.allow({loaded->settings.http.allowedHosts, loaded->settings.http.allowedOrigins});
    qCInfo(logProgram) << "SIGHUP: configuration read again";
    for (const QByteArray& key : changedKeys(m_parts.settings.settings, loaded->settings)) {
        qCInfo(logProgram).noquote() << QStringLiteral("SIGHUP: %1 changed, %2")
                                            .arg(QString::fromLatin1(key),
                                                 isReloadable(key)
                                                     ? QStringLiteral("in force now")
                                                     : QStringLiteral("in force after a restart"));
    }
    m_parts.settings = loaded.value();
    m_service.ready();
}

void Application::finish(ExitStatus status)
{
    m_status = status;
    m_broker.stop();
}

} // namespace signalbox::app
