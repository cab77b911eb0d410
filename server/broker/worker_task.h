// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/allowed_access.h"
#include "server/broker/broker_status.h"
#include "server/broker/client_act.h"
#include "server/broker/control_task.h"
#include "server/broker/managed_task.h"
#include "server/broker/metrics_snapshot.h"
#include "server/broker/routed_message.h"
#include "server/broker/service_answer.h"
#include "server/broker/xsockets_task.h"
#include "server/core/operator_token.h"
#include "server/link/events.h"
#include "server/link/link_id.h"
#include "server/transport/accepted_socket.h"

#include <QtNetwork/QHostAddress>

#include <memory>
#include <variant>

namespace signalbox::broker {

/// Everything that may be posted to a worker.
namespace worker_task {
struct Accept {
    transport::AcceptedSocket socket;
};
struct Deliver {
    RoutedMessagePointer message;
};
/// A worker's outcome of a message that this worker originated.
struct Join {
    Outcome outcome;
};
/// The hub's words for a message of this worker's that reached nobody.
struct Hint {
    MessageId message;
    QString words;
};
/// The answer to hub_task::AskStatus.
struct Status {
    quint64 ticket = 0;
    BrokerStatus status;
};
/// The answer to hub_task::AskMetrics.
struct Metrics {
    quint64 ticket = 0;
    std::shared_ptr<const MetricsSnapshot> snapshot;
};
/// Tells a client what did not become of a message of its own.
struct TellClient {
    ClientId client;
    Error error;
};
/// The operator's; on one client it is answered with hub_task::Answer, on a group with hub_task::ActDone.
struct Act {
    link::CommandId command = 0;
    ClientAct what;
    link::SenderKind by = link::SenderKind::Operator;
};
/// The answer to one of its WorkerCommands.
struct Answered {
    link::CommandAnswer answer;
};
/// For a console that is attached through this worker, encoded.
struct TellConsole {
    link::LinkId console{};
    QByteArray message;
};
/// Posted by the worker to itself: what it gathered of deliveries goes to the hub and to capture.
struct ReportProgress {};
/// Capture went on or off.
struct SetCapture {
    bool enabled = false;
};
/// Hosts and origins that may talk to the broker from now on.
struct SetAccess {
    AllowedAccess access;
};
/// The answer to hub_task::AskManaged.
struct Managed {
    quint64 ticket = 0;
    ManagedAnswer answer;
};
/// The answer to hub_task::AskControl.
struct Control {
    quint64 ticket = 0;
    ControlAnswer answer;
};
/// The answer to hub_task::AskXSockets.
struct XSockets {
    quint64 ticket = 0;
    XSocketsAnswer answer;
};
/// A wrong operator token came from there to another worker.
struct WrongToken {
    QHostAddress address;
    OperatorToken presented;
};
/// What capture has found for the control API, or the whole of one row.
struct Frames {
    link::CommandId command = 0;
    std::variant<link::FramesFound, link::FrameDetail> what;
};
struct SetOperatorToken {
    OperatorToken token;
};
/// Clients' traffic is reported from now on, or no more.
struct SetTrafficReports {
    bool enabled = false;
};
/// Report clients' traffic now, then say hub_task::TrafficMeasured.
struct MeasureTraffic {};
/// Close every client with 1001 and say Drained when none is left, after `timeout` at the latest.
struct Drain {
    std::chrono::milliseconds timeout{};
};
} // namespace worker_task

using WorkerTask =
    std::variant<worker_task::Accept, worker_task::Deliver, worker_task::Join, worker_task::Hint,
                 worker_task::Status, worker_task::Metrics, worker_task::TellClient, worker_task::Act,
                 worker_task::Answered, worker_task::TellConsole, worker_task::ReportProgress,
                 worker_task::SetCapture, worker_task::SetTrafficReports, worker_task::MeasureTraffic,
                 worker_task::SetAccess, worker_task::Managed, worker_task::Control, worker_task::Frames,
                 worker_task::XSockets, worker_task::SetServices, worker_task::ServiceAnswer,
                 worker_task::ControllerAdmitted, worker_task::SetProperty, worker_task::Decoded,
                 worker_task::Encoded, worker_task::WrongToken, worker_task::SetOperatorToken,
                 worker_task::Drain>;

} // namespace signalbox::broker
