// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/http_endpoints.h"
#include "server/broker/worker_context.h"
#include "server/broker/worker_task.h"
#include "server/http/service_paths.h"

#include <unordered_map>

namespace signalbox::broker {

/// What services answer over HTTP: the services thread is asked, the answer comes later.
///
/// Thread: its worker.
class ServiceEndpoints final {
public:
    using Answer = HttpEndpoints::Answer;

    explicit ServiceEndpoints(WorkerContext& context);

    void serve(const http::ServiceTarget& target, const http::Request& request, Answer answer);
    void answered(const worker_task::ServiceAnswer& answer);

private:
    WorkerContext& m_context;
    std::unordered_map<quint64, Answer> m_waiting; ///< by ticket
    quint64 m_lastTicket = 0;
};

} // namespace signalbox::broker
