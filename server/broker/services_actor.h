// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/service_clients.h"
#include "server/broker/services_feed.h"
#include "server/broker/tasks.h"
#include "server/services/connection_store.h"
#include "server/services/service.h"
#include "server/services/service_folder.h"
#include "server/settings/settings.h"

#include <QtCore/QTimer>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace signalbox::broker {

/// Where services are.
struct ServicePlace {
    QString folder;     ///< with the scripts; empty: there are no services
    QString executable; ///< of this program, which runs scripts in processes of their own; empty: none

    [[nodiscard]] bool isThere() const { return !folder.isEmpty() && !executable.isEmpty(); }
};

/// The services thread's end of the mailboxes: passes on to scripts what happens to their clients, and to the
/// hub what scripts ask for. It has the connection store and the groups, which all services share.
///
/// Thread: services. Made and destroyed there.
class ServicesActor final : public services::Service::Host {
public:
    ServicesActor(const Settings& settings, const ServicePlace& place, const Clock& clock,
                  Mailboxes& mailboxes);
    ~ServicesActor() override;
    Q_DISABLE_COPY_MOVE(ServicesActor)

private:
    void handle(std::vector<ServicesTask>&& tasks);
    void handle(services_task::ClientOpened& task);
    void handle(services_task::MessageCame& task);
    void handle(services_task::PongCame& task);
    void handle(services_task::GroupLeft& task);
    void handle(services_task::ClientEnded& task);
    void handle(services_task::RequestCame& task);
    void handle(services_task::AttachConsole& task);
    void handle(services_task::NobodyLooks& task);
    void handle(services_task::Command& task);
    void handle(services_task::AuthorizationAsked& task);
    void handle(services_task::ControllerOpened& task);
    void handle(services_task::ControllerCalled& task);
    void handle(services_task::PropertySet& task);
    void handle(services_task::ControllerClosed& task);
    void handle(services_task::FrameCame& task);
    void handle(services_task::EncodingAsked& task);

    void changed(services::Service& service) override;
    Result<void> act(services::Service& service, const services::ScriptAct& act) override;
    void logged(services::Service& service, const services::from_script::Logged& line) override;
    void threw(services::Service& service, const services::ScriptError& error) override;
    void stopped(services::Service& service, const QString& reason) override;
    [[nodiscard]] QList<services::ScriptClient> clients(services::Service& service) override;

    void scriptFound(const QString& file, const QByteArray& source);
    void scriptGone(const QString& file);
    void publishRoutes();
    void checkIdle();
    void armIdle();
    void call(const QByteArray& name, ClientId client, services::to_script::What what);
    [[nodiscard]] services::Service* find(const QByteArray& name);

    [[nodiscard]] Result<void> carryOut(const QByteArray& service, const services::script_act::Send& act);
    [[nodiscard]] Result<void> carryOut(const QByteArray& service,
                                        const services::script_act::Broadcast& act);
    [[nodiscard]] Result<void> carryOut(const QByteArray& service, const services::script_act::Close& act);
    [[nodiscard]] Result<void> carryOut(const QByteArray& service,
                                        const services::script_act::StoreConnection& act);
    [[nodiscard]] Result<void> carryOut(const QByteArray& service,
                                        const services::script_act::SendToStored& act);
    [[nodiscard]] Result<void> carryOut(const QByteArray& service,
                                        const services::script_act::RemoveStored& act);
    [[nodiscard]] Result<void> carryOut(const QByteArray& service,
                                        const services::script_act::CloseStored& act);
    [[nodiscard]] Result<void> carryOut(const QByteArray& service,
                                        const services::script_act::AddToGroup& act);
    [[nodiscard]] Result<void> carryOut(const QByteArray& service,
                                        const services::script_act::SendToGroup& act);
    [[nodiscard]] Result<void> carryOut(const QByteArray& service,
                                        const services::script_act::RemoveFromGroup& act);
    [[nodiscard]] Result<void> carryOut(const QByteArray& service,
                                        const services::script_act::RemoveGroup& act);
    [[nodiscard]] Result<void> carryOut(const QByteArray& service,
                                        const services::script_act::CloseGroup& act);
    [[nodiscard]] Result<void> carryOut(const QByteArray& service, const services::script_act::Invoke& act);
    [[nodiscard]] Result<void> carryOut(const QByteArray& service,
                                        const services::script_act::SetProperty& act);
    void ask(const QByteArray& name, services::to_script::What what,
             std::function<void(services::ScriptCall::Outcome outcome)> then);
    void answerCaller(const QByteArray& controller, ClientId client, const QByteArray& topic,
                      const services::ScriptCall::Outcome& outcome);
    [[nodiscard]] Result<QByteArray> obey(const link::SetServiceEnabled& command);
    [[nodiscard]] Result<QByteArray> obey(const link::ReloadService& command);
    [[nodiscard]] Result<QByteArray> obey(const link::AddExampleService& command);
    void setTimed(bool timed);
    [[nodiscard]] link::ServicesChanged look();
    [[nodiscard]] link::ServiceInfo infoOf(const services::Service& service);
    /// To the log, and to consoles.
    void say(const services::Service& service, link::ServiceLogLevel level, const QString& text,
             const QString& joint = QStringLiteral(" "));
    void fail(const services::Service& service, const services::ScriptError& error);

    void send(const QByteArray& service, Recipients recipients, const QByteArray& payload, bool binary);
    void close(ClientId client, quint16 code, const QByteArray& reason);
    void actOn(ClientId client, ClientAct act);

    const services::ServiceOptions m_options;
    const Clock& m_clock;
    Mailboxes& m_mailboxes;
    services::ConnectionStore m_store;
    ServiceClients m_clients;
    std::map<QByteArray, std::unique_ptr<services::Service>> m_services; ///< by file
    const QString m_folderPath;
    ServicesFeed m_feed;
    services::ServiceFolder m_folder;
    QTimer m_idleTimer; ///< to when the next client may have been silent for too long
};

} // namespace signalbox::broker
