// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/control_acts.h"
#include "server/broker/control_frames.h"
#include "server/broker/control_questions.h"
#include "server/broker/control_reads.h"
#include "server/broker/operator_gate.h"

#include <optional>

namespace signalbox::broker {

/// The control API (README, "The control API"): lets in whoever has the operator token, and finds the route.
///
/// Thread: its worker.
class ControlEndpoints final {
public:
    ControlEndpoints(WorkerContext& context, OperatorGate& gate, WorkerCommands& commands);

    /// Judged by the header, before a body is let in: the token, then the path, then the method. Whoever has
    /// no token hears nothing of paths.
    [[nodiscard]] std::optional<http::HttpError> judge(const http::Request& header,
                                                       const QHostAddress& address);
    void serve(const http::Request& request, const HttpEndpoints::Answer& answer);
    /// The hub's answer to the question with this ticket.
    void answered(quint64 ticket, const ControlAnswer& answer) { m_questions.answered(ticket, answer); }
    void framesArrived(worker_task::Frames& task) { m_frames.arrived(task); }
    void tick(SteadyTime now) { m_frames.tick(now); }

private:
    OperatorGate& m_gate;
    ControlQuestions m_questions;
    ControlReads m_reads;
    ControlActs m_acts;
    ControlFrames m_frames;
};

} // namespace signalbox::broker
