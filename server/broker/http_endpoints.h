// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/message_intake.h"
#include "server/broker/worker_context.h"
#include "server/http/endpoint_paths.h"
#include "server/http/request.h"
#include "server/http/response.h"
#include "server/http/static_files.h"

#include <QtCore/QHash>

#include <functional>
#include <variant>

namespace signalbox::broker {

/// Serves the HTTP endpoints of this issue: the broadcast, health and readiness, the status page, the
/// compiled-in files. Some answers need other threads: they come later.
///
/// Thread: its worker.
class HttpEndpoints final {
public:
    /// The answer to a request that a message came with.
    struct Pushed {
        http::Response response;
        MessageId message;
    };
    /// Called once, now or later. A refusal goes to the log and the window as one.
    using Reply = std::variant<http::Response, http::HttpError, Pushed>;
    using Answer = std::function<void(const Reply& reply)>;

    HttpEndpoints(WorkerContext& context, MessageIntake& intake);

    void serve(const http::EndpointMatch& endpoint, const http::Request& request, const QByteArray& peer,
               Answer answer);
    void metricsArrived(quint64 ticket, const MetricsSnapshot& snapshot);
    void statusArrived(quint64 ticket, const BrokerStatus& status);

private:
    void broadcast(const http::Request& request, const QByteArray& peer, Answer answer);
    void askStatus(std::function<void(const BrokerStatus& status)> then);

    WorkerContext& m_context;
    MessageIntake& m_intake;
    http::StaticFiles m_files;
    QHash<quint64, std::function<void(const BrokerStatus& status)>>
        m_waiting;                              ///< for the hub's answer, by ticket
    QHash<quint64, Answer> m_waitingForMetrics; ///< by ticket
    quint64 m_lastTicket = 0;
};

} // namespace signalbox::broker
