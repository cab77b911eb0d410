// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/core/clock.h"
#include "server/core/ids.h"
#include "server/services/script_values.h"

#include <QtCore/QHash>

#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace signalbox::broker {

/// Whom a service has for a client, as the services thread knows it.
struct ServiceMember {
    int worker = 0;
    QByteArray service; ///< empty: it has opened controllers of scripts, and no more
    services::ScriptClient info;
    SteadyTime heardAt{};
    bool isClosing = false;            ///< by its service: nothing of it is heard any more
    bool isIdle = false;               ///< its script has been told
    std::optional<SteadyTime> dueAt{}; ///< when it is looked at again
    QHash<QByteArray, services::ScriptClient> controllers{}; ///< by the service whose controller it has open
};

/// The clients of all services, and which of them have been silent for too long: each is looked at when it
/// may be, not in between.
///
/// Thread: services. Pure.
class ServiceClients final {
public:
    void opened(ServiceMember member);
    /// Nothing: it was none.
    [[nodiscard]] std::optional<ServiceMember> take(ClientId client);
    /// Those that are being closed, too. Null: it is none.
    [[nodiscard]] const ServiceMember* find(ClientId client) const;
    /// Whether something can be sent to it.
    [[nodiscard]] bool isOpen(ClientId client) const;
    void closing(ClientId client);

    /// An XSockets client, which may have opened controllers of several services.
    void controllerOpened(int worker, const QByteArray& service, const services::ScriptClient& client);
    /// False: it is not there any more.
    bool controllerClosed(const QByteArray& service, ClientId client);
    [[nodiscard]] bool hasController(const QByteArray& service, ClientId client) const;
    /// Kept for a script that is loaded anew.
    void setProperty(const QByteArray& service, ClientId client, const services::NamedText& property);

    /// Who came by its upgrade path and can be reached, in the order of their ids.
    [[nodiscard]] std::vector<ClientId> of(const QByteArray& service) const;
    /// Those who have its controller open, too.
    [[nodiscard]] QList<services::ScriptClient> infos(const QByteArray& service) const;

    /// How many each service has; those that are being closed, too.
    [[nodiscard]] QHash<QByteArray, qint64> counts() const;

    /// It has said something. Null: it is none, or is being closed.
    const ServiceMember* heard(ClientId client, SteadyTime now);
    /// Zero: clients of the service may be silent.
    void setIdleLimit(const QByteArray& service, std::chrono::milliseconds limit);
    /// Those who have been silent for their service's limit, each once until it is heard again.
    [[nodiscard]] std::vector<ClientId> takeIdle(SteadyTime now);
    /// When the next may be; nothing: nobody.
    [[nodiscard]] std::optional<SteadyTime> nextIdle() const;

private:
    void arm(ServiceMember& member);
    void disarm(ServiceMember& member);

    QHash<ClientId, ServiceMember> m_members;
    QHash<QByteArray, std::chrono::milliseconds> m_idleLimits; ///< by service
    std::set<std::pair<SteadyTime, ClientId>> m_due;
};

} // namespace signalbox::broker
