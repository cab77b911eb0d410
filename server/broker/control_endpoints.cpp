// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/control_endpoints.h"

#include "server/control/control_fault.h"
#include "server/link/console_protocol.h"

namespace signalbox::broker {

using control::controlError;
using control::ControlFault;

ControlEndpoints::ControlEndpoints(WorkerContext& context, OperatorGate& gate, WorkerCommands& commands)
    : m_gate(gate)
    , m_questions(context)
    , m_reads(context, m_questions)
    , m_acts(context, m_questions, commands)
    , m_frames(context)
{
}

std::optional<http::HttpError> ControlEndpoints::judge(const http::Request& header,
                                                       const QHostAddress& address)
{
    if (auto refused = m_gate.judge(header, address)) {
        return refused;
    }
    if (header.path == link::console::path) {
        return http::httpError(http::Fault::UpgradeRequired);
    }
    const control::PathMatch path = control::matchPath(header.rawPath);
    if (path.routes.empty()) {
        return controlError(ControlFault::NotFound);
    }
    if (path.route(header.method) == nullptr) {
        return http::methodNotAllowed(path.methods());
    }
    return std::nullopt;
}

void ControlEndpoints::serve(const http::Request& request, const HttpEndpoints::Answer& answer)
{
    const control::PathMatch path = control::matchPath(request.rawPath);
    const control::Route* const route = path.route(request.method);
    Q_ASSERT(route != nullptr); // judge() let it in
    const control::ParameterReader parameters(request, route->parameters);
    if (parameters.error()) {
        answer(*parameters.error());
        return;
    }
    const ControlCall call{request, *route, path, parameters, answer};
    [[maybe_unused]] const bool served = m_reads.serve(call) || m_acts.serve(call) || m_frames.serve(call);
    Q_ASSERT(served);
}

} // namespace signalbox::broker
