// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/session.h"
#include "server/broker/worker_context.h"
#include "server/http/service_paths.h"
#include "server/xsockets/message.h"

namespace signalbox::broker {

/// The controllers that scripts have: which there are, and what the services thread is told of their clients.
/// Where a script is asked whether a client may open its controller, what the client says to it meanwhile is
/// held back.
///
/// Thread: its worker.
class ServiceControllers final {
public:
    explicit ServiceControllers(WorkerContext& context);

    void setRoutes(const http::ServiceRoutes& routes);
    [[nodiscard]] bool isScripts(const QByteArray& controller) const { return m_of.contains(controller); }

    /// Whether the message waits for the script to let the client in. Errors: service.busy, too many wait.
    [[nodiscard]] Result<bool> hold(Session& session, const xsockets::Message& message);
    /// What was held back; the script lets the client in.
    [[nodiscard]] QList<xsockets::Message> admit(Session& session, const QByteArray& controller);

    /// Whether the script has not heard of this client yet.
    [[nodiscard]] bool isNews(const Session& session, const QByteArray& controller) const;
    void opened(Session& session, const QByteArray& controller);
    void called(const Session& session, const xsockets::Message& message);
    void propertySet(const Session& session, const QByteArray& controller, const QByteArray& name,
                     const QByteArray& value);
    void closed(Session& session, const QByteArray& controller);
    void ended(Session& session);

private:
    struct Controller {
        QByteArray service;
        bool authorizes = false;
    };

    [[nodiscard]] services::ScriptClient clientOf(const Session& session, const QByteArray& controller) const;

    WorkerContext& m_context;
    QHash<QByteArray, Controller> m_of; ///< by the controller's name
};

} // namespace signalbox::broker
