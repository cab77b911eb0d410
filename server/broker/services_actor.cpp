// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/services_actor.h"

#include "server/core/log_categories.h"
#include "server/core/plain_text.h"
#include "server/websocket/close_code.h"

#include <algorithm>

namespace signalbox::broker {

using namespace services;
using namespace Qt::StringLiterals;

namespace {

ServiceOptions optionsFor(const Settings& settings, const ServicePlace& place)
{
    ServiceOptions options;
    options.program.executable = place.executable;
    options.program.limits.memoryBytes = settings.services.maxMemoryBytes;
    options.callTimeout = settings.services.callTimeout;
    options.maxQueueBytes = settings.services.maxQueueBytes;
    return options;
}

http::ServiceRoute routeOf(const Service& service)
{
    const Declaration& declaration = service.declaration();
    http::ServiceRoute route{service.file().toUtf8(), declaration.basePath, declaration.upgradePath, {}};
    route.controller = declaration.controller;
    route.authorizes = declaration.handlers.contains("authorize");
    const bool isOn =
        service.state() != ServiceState::SwitchedOff && service.state() != ServiceState::Disabled;
    route.subprotocol = isOn ? declaration.subprotocol : QByteArray();
    route.translates = declaration.handlers.contains("decode");
    for (const ScriptResource& resource : declaration.resources) {
        route.resources.append({resource.method, resource.path});
    }
    return route;
}

/// What it was before it broke, it is still.
bool isServed(const Declaration& declaration)
{
    return !declaration.basePath.isEmpty() || !declaration.controller.isEmpty() ||
           !declaration.subprotocol.isEmpty();
}

QByteArray placesOf(const Declaration& declaration)
{
    QList<QByteArray> places;
    if (!declaration.basePath.isEmpty()) {
        places.append(declaration.basePath + declaration.upgradePath);
    }
    if (!declaration.controller.isEmpty()) {
        places.append("controller " + declaration.controller);
    }
    if (!declaration.subprotocol.isEmpty()) {
        places.append("subprotocol " + declaration.subprotocol);
    }
    return places.join(", ");
}

/// Too much waits, or it cannot be called at all.
quint16 closeCodeFor(const Error& error)
{
    return error.code == "service.busy" ? websocket::close_code::tryAgainLater
                                        : websocket::close_code::internalError;
}

} // namespace

ServicesActor::ServicesActor(const Settings& settings, const ServicePlace& place, const Clock& clock,
                             Mailboxes& mailboxes)
    : m_options(optionsFor(settings, place))
    , m_clock(clock)
    , m_mailboxes(mailboxes)
    , m_folderPath(place.folder)
    , m_feed(clock, mailboxes, [this] { return look(); })
    , m_folder(place.folder,
               {[this](const QString& file, const QByteArray& source) { scriptFound(file, source); },
                [this](const QString& file) { scriptGone(file); }})
{
    m_mailboxes.services.setReader([this](std::vector<ServicesTask>&& tasks) { handle(std::move(tasks)); });
    m_idleTimer.setSingleShot(true);
    QObject::connect(&m_idleTimer, &QTimer::timeout, &m_idleTimer, [this] { checkIdle(); });
    m_folder.scan();
}

ServicesActor::~ServicesActor()
{
    m_mailboxes.services.setReader(nullptr);
}

void ServicesActor::handle(std::vector<ServicesTask>&& tasks)
{
    for (ServicesTask& task : tasks) {
        std::visit([this](auto& what) { handle(what); }, task);
    }
}

void ServicesActor::handle(services_task::ClientOpened& task)
{
    const ClientId client = task.client.client;
    m_clients.opened({task.worker, task.service, task.client, m_clock.steadyNow()});
    armIdle();
    call(task.service, client, to_script::Opened{std::move(task.client), std::move(task.request)});
}

void ServicesActor::handle(services_task::MessageCame& task)
{
    const ServiceMember* const client = m_clients.heard(task.client, m_clock.steadyNow());
    if (client == nullptr) {
        return; // its service has closed it, and what it sent before was on its way
    }
    armIdle();
    if (task.binary) {
        call(client->service, task.client, to_script::BinaryCame{task.client, std::move(task.payload)});
    } else {
        call(client->service, task.client, to_script::TextCame{task.client, std::move(task.payload)});
    }
}

void ServicesActor::handle(services_task::PongCame& task)
{
    if (m_clients.isOpen(task.client)) {
        call(m_clients.find(task.client)->service, task.client,
             to_script::PongCame{task.client, std::move(task.payload)});
    }
}

/// Where a script did it the store knows already.
void ServicesActor::handle(services_task::GroupLeft& task)
{
    (void)m_store.remove(task.client, task.group);
}

/// The script hears of it when the client is in no group and under no name any more.
void ServicesActor::handle(services_task::ClientEnded& task)
{
    const std::optional<ServiceMember> client = m_clients.take(task.client);
    m_store.closed(task.client);
    if (!client) {
        return;
    }
    if (!task.error.isEmpty()) {
        call(client->service, task.client, to_script::Failed{task.client, task.error});
    }
    call(client->service, task.client,
         to_script::Closed{task.client, task.closeCode, std::move(task.closeReason)});
}

void ServicesActor::handle(services_task::RequestCame& task)
{
    auto then = [this, worker = task.worker, ticket = task.ticket](ScriptCall::Outcome outcome) {
        m_mailboxes.workers[static_cast<size_t>(worker)]->post(
            worker_task::ServiceAnswer{ticket, std::move(outcome)});
    };
    ask(task.service, to_script::RequestCame{std::move(task.request), std::move(task.resource)},
        std::move(then));
}

/// `then` hears of it in any case.
void ServicesActor::ask(const QByteArray& name, to_script::What what,
                        std::function<void(ScriptCall::Outcome outcome)> then)
{
    if (Service* const service = find(name)) {
        (void)service->call({std::move(what), std::move(then)});
    } else {
        then(Error{"service.stopped", u"The service %1 is gone."_s.arg(QString::fromUtf8(name))});
    }
}

/// A client whose message its service cannot take is told so: nothing is lost in silence.
void ServicesActor::call(const QByteArray& name, ClientId client, to_script::What what)
{
    Service* const service = find(name);
    if (service == nullptr) {
        return;
    }
    if (const Result<void> called = service->call({std::move(what), {}});
        !called && m_clients.isOpen(client)) {
        close(client, closeCodeFor(called.error()), called.error().message.toUtf8());
    }
}

Service* ServicesActor::find(const QByteArray& name)
{
    const auto found = m_services.find(name);
    return found == m_services.end() ? nullptr : found->second.get();
}

void ServicesActor::scriptFound(const QString& file, const QByteArray& source)
{
    auto& service = m_services[file.toUtf8()];
    if (!service) {
        service = std::make_unique<Service>(file, m_options, m_clock, *this);
        service->setTimed(m_feed.isWatched());
    }
    service->load(source);
}

void ServicesActor::scriptGone(const QString& file)
{
    const QByteArray name = file.toUtf8();
    qCInfo(logServices).noquote() << u"%1 is gone"_s.arg(printable(file));
    m_services.erase(name);
    m_feed.forget(name);
    publishRoutes();
    for (const ClientId client : m_clients.of(name)) {
        close(client, websocket::close_code::goingAway, "its service is gone");
    }
}

void ServicesActor::publishRoutes()
{
    auto routes = std::make_shared<http::ServiceRoutes>();
    for (const auto& [name, service] : m_services) {
        if (service && isServed(service->declaration())) {
            routes->append(routeOf(*service));
        }
    }
    for (const auto& worker : m_mailboxes.workers) {
        worker->post(worker_task::SetServices{routes});
    }
}

void ServicesActor::changed(Service& service)
{
    switch (service.state()) {
    case ServiceState::Ready:
        publishRoutes();
        say(service, link::ServiceLogLevel::Info,
            u"serves %1"_s.arg(printable(placesOf(service.declaration()))));
        m_clients.setIdleLimit(service.file().toUtf8(), service.declaration().idleTimeout);
        armIdle();
        return;
    case ServiceState::Broken:
        fail(service, *service.error());
        say(service, link::ServiceLogLevel::Warning,
            u"cannot be run: line %1: %2"_s.arg(service.error()->line)
                .arg(printable(service.error()->message)));
        return;
    case ServiceState::Disabled:
        publishRoutes(); // nobody is offered its subprotocol
        say(service, link::ServiceLogLevel::Error,
            u"is disabled: it had to be stopped %1 times. A change of the file enables it."_s.arg(
                m_options.strikes));
        return;
    case ServiceState::SwitchedOff:
        publishRoutes();
        say(service, link::ServiceLogLevel::Info, u"is disabled by the operator"_s);
        return;
    case ServiceState::Loading:
    case ServiceState::Restarting:
        return;
    }
}

void ServicesActor::threw(Service& service, const ScriptError& error)
{
    fail(service, error);
    say(service, link::ServiceLogLevel::Warning,
        u"line %1: %2"_s.arg(error.line).arg(printable(error.message)), u", "_s);
}

void ServicesActor::stopped(Service& service, const QString& reason)
{
    fail(service, {{}, 0, u"stopped: "_s + reason});
    say(service, link::ServiceLogLevel::Warning, u"was stopped: "_s + reason);
}

QList<ScriptClient> ServicesActor::clients(Service& service)
{
    return m_clients.infos(service.file().toUtf8());
}

void ServicesActor::checkIdle()
{
    for (const ClientId client : m_clients.takeIdle(m_clock.steadyNow())) {
        call(m_clients.find(client)->service, client, to_script::IdleTimedOut{client});
    }
    armIdle();
}

void ServicesActor::armIdle()
{
    const std::optional<SteadyTime> next = m_clients.nextIdle();
    if (!next) {
        m_idleTimer.stop();
        return;
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*next - m_clock.steadyNow());
    if (!m_idleTimer.isActive() || left < m_idleTimer.remainingTimeAsDuration()) {
        m_idleTimer.start(std::max(left, std::chrono::milliseconds(0)));
    }
}

} // namespace signalbox::broker
