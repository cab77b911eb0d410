// SPDX-License-Identifier: GPL-3.0-or-later
// What consoles see of ServicesActor, and what the operator wants of it.
#include "server/broker/services_actor.h"

#include "server/core/log_categories.h"
#include "server/core/plain_text.h"
#include "server/link/act_notes.h"
#include "server/services/example_scripts.h"

#include <QtCore/QDir>

namespace signalbox::broker {

using namespace services;
using namespace Qt::StringLiterals;

namespace {

Error noSuchService(const QByteArray& file)
{
    return {"service.not_found", u"There is no service %1."_s.arg(QString::fromUtf8(file))};
}

link::ServiceState stateOf(ServiceState state)
{
    switch (state) {
    case ServiceState::Loading:
        return link::ServiceState::Starting;
    case ServiceState::Ready:
        return link::ServiceState::Running;
    case ServiceState::Broken:
        return link::ServiceState::Broken;
    case ServiceState::Restarting:
        return link::ServiceState::Restarting;
    case ServiceState::Disabled:
        return link::ServiceState::DisabledByStrikes;
    case ServiceState::SwitchedOff:
        return link::ServiceState::DisabledByOperator;
    }
    Q_UNREACHABLE();
}

link::ServiceLogLevel levelOf(from_script::LogLevel level)
{
    switch (level) {
    case from_script::LogLevel::Debug:
        return link::ServiceLogLevel::Debug;
    case from_script::LogLevel::Info:
        return link::ServiceLogLevel::Info;
    case from_script::LogLevel::Warning:
        return link::ServiceLogLevel::Warning;
    case from_script::LogLevel::Error:
        return link::ServiceLogLevel::Error;
    }
    Q_UNREACHABLE();
}

void writeToLog(link::ServiceLogLevel level, const QString& line)
{
    switch (level) {
    case link::ServiceLogLevel::Debug:
        qCDebug(logServices).noquote() << line;
        return;
    case link::ServiceLogLevel::Info:
        qCInfo(logServices).noquote() << line;
        return;
    case link::ServiceLogLevel::Warning:
        qCWarning(logServices).noquote() << line;
        return;
    case link::ServiceLogLevel::Error:
        qCCritical(logServices).noquote() << line;
        return;
    }
}

} // namespace

void ServicesActor::handle(services_task::AttachConsole& task)
{
    setTimed(true);
    m_feed.attach(task.link);
}

void ServicesActor::handle(services_task::NobodyLooks& /*task*/)
{
    m_feed.stop();
    setTimed(false);
}

void ServicesActor::setTimed(bool timed)
{
    for (const auto& [name, service] : m_services) {
        service->setTimed(timed);
    }
}

void ServicesActor::handle(services_task::Command& task)
{
    const Result<QByteArray> note =
        std::visit([this](const auto& command) { return obey(command); }, task.command);
    hub_task::ServiceCommandDone done{task.id, {}, {}};
    if (note) {
        done.note = note.value();
    } else {
        done.result = note.error();
    }
    m_mailboxes.hub.post(std::move(done));
}

Result<QByteArray> ServicesActor::obey(const link::SetServiceEnabled& command)
{
    Service* const service = find(command.file);
    if (service == nullptr) {
        return noSuchService(command.file);
    }
    if (command.enabled) {
        service->switchOn();
    } else {
        service->switchOff();
    }
    return link::actNote(command.enabled ? link::act::enableService : link::act::disableService,
                         {command.file});
}

Result<QByteArray> ServicesActor::obey(const link::ReloadService& command)
{
    m_folder.scan();
    Service* const service = find(command.file);
    if (service == nullptr) {
        return noSuchService(command.file);
    }
    if (service->state() == ServiceState::SwitchedOff) {
        return Error{"service.disabled",
                     u"The service %1 is disabled by the operator: enable it first."_s.arg(service->file())};
    }
    service->reload();
    return link::actNote(link::act::reloadService, {command.file});
}

Result<QByteArray> ServicesActor::obey(const link::AddExampleService& command)
{
    if (const Result<void> added = addExampleScript(command.file, m_folderPath); !added) {
        return added.error();
    }
    m_folder.scan();
    return link::actNote(link::act::addExampleService, {command.file});
}

link::ServicesChanged ServicesActor::look()
{
    link::ServicesChanged seen;
    seen.availability = link::ServicesAvailability::Available;
    seen.folder = QDir::cleanPath(QDir(m_folderPath).absolutePath());
    seen.folderExists = QDir(m_folderPath).exists();
    seen.strikes = m_options.strikes;
    seen.examples = exampleScripts();
    const QHash<QByteArray, qint64> clients = m_clients.counts();
    for (const auto& [name, service] : m_services) {
        seen.services.push_back(infoOf(*service));
        seen.services.back().clients = clients.value(name);
    }
    return seen;
}

link::ServiceInfo ServicesActor::infoOf(const Service& service)
{
    const Declaration& declaration = service.declaration();
    link::ServiceInfo info;
    info.file = service.file().toUtf8();
    info.state = stateOf(service.state());
    info.basePath = declaration.basePath;
    info.upgradePath = declaration.upgradePath;
    for (const ScriptResource& resource : declaration.resources) {
        info.resources.append({resource.method, resource.path});
    }
    info.handlers = declaration.handlers;
    if (!declaration.controller.isEmpty()) {
        info.controllers.append(declaration.controller);
    }
    if (!declaration.subprotocol.isEmpty()) {
        info.subprotocols.append(declaration.subprotocol);
    }
    info.calls = service.calls();
    info.waiting = service.waiting();
    info.times = {service.times().count(), service.times().median(), service.times().longest()};
    const ServiceJournal& journal = m_feed.journal(info.file);
    info.errors = journal.errors();
    info.lastError = journal.lastError();
    return info;
}

void ServicesActor::logged(Service& service, const from_script::Logged& line)
{
    const link::ServiceLogLevel level = levelOf(line.level);
    writeToLog(level, printable(service.file()) + u": "_s + printable(line.text));
    m_feed.log(service.file().toUtf8(), level, false, line.text);
}

void ServicesActor::say(const Service& service, link::ServiceLogLevel level, const QString& text,
                        const QString& joint)
{
    writeToLog(level, printable(service.file()) + joint + text);
    m_feed.log(service.file().toUtf8(), level, true, text);
}

void ServicesActor::fail(const Service& service, const ScriptError& error)
{
    m_feed.fail(service.file().toUtf8(), {{}, error.file, error.line, error.message});
}

} // namespace signalbox::broker
