// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/allowed_access.h"
#include "server/broker/client_act.h"
#include "server/broker/control_task.h"
#include "server/broker/hub_service_task.h"
#include "server/broker/managed_task.h"
#include "server/broker/routed_message.h"
#include "server/broker/service_act.h"
#include "server/broker/worker_counters.h"
#include "server/broker/xsockets_task.h"
#include "server/link/events.h"
#include "server/link/link_id.h"
#include "server/webhook/call_record.h"

#include <memory>
#include <variant>
#include <vector>

namespace signalbox::broker {

/// Everything that may be posted to the hub.
namespace hub_task {
struct ClientOpened {
    int worker = 0;
    link::ClientInfoPointer client;
};
/// Its groups or tags are others now, or its mute.
struct ClientChanged {
    link::ClientInfoPointer client;
};
struct ClientEnded {
    link::ClientEnd end;
};
/// A connection ended that never became a client.
struct SocketReleased {};
struct Report {
    int worker = 0;
    std::shared_ptr<const WorkerCounters> counters;
    std::vector<link::ClientTraffic> traffic;
};
/// A worker has reported what worker_task::MeasureTraffic asked for.
struct TrafficMeasured {};
struct Join {
    Outcome outcome;
};
/// What became of deliveries after they were reported.
struct Progress {
    std::vector<link::DeliveriesProgressed> progress;
};
struct FindHint {
    int worker = 0;
    MessageId message;
    Recipients recipients;
};
struct AskStatus {
    int worker = 0;
    quint64 ticket = 0;
};
struct AskMetrics {
    int worker = 0;
    quint64 ticket = 0;
};
struct AskManaged {
    int worker = 0;
    quint64 ticket = 0;
    ManagedQuestion question;
};
/// Ticket 0: nobody waits for the answer.
struct AskXSockets {
    int worker = 0;
    quint64 ticket = 0;
    XSocketsQuestion question;
};
/// A message of xsockets that keeps its place in the order of its sender's only by way of the hub.
struct Sequence {
    int worker = 0;
    ClientId sender;
    RoutedMessage message;
};
struct AskControl {
    int worker = 0;
    quint64 ticket = 0;
    ControlQuestion question;
};
struct Answer {
    link::CommandAnswer answer;
};
/// A worker has done its part of an act on a group.
struct ActDone {
    link::CommandId command = 0;
};
struct Command {
    link::CommandId id = 0;
    link::Command command;
};
/// A console wants to know all from now on.
struct Attach {
    link::LinkId link{};
    QByteArray peer{}; ///< where it is; empty: in this process
    bool state = true; ///< false: frames are enough for it, which capture gives
};
struct Detach {
    link::LinkId link{};
    QByteArray peer{};
};
/// Capture has its first consumer, or lost its last.
struct CaptureWanted {
    bool wanted = false;
};
struct SetAccess {
    AllowedAccess access;
};
/// Writes who is connected, the groups and the queues to the log.
struct DumpState {};
/// An attempt to call the application, or a call that was not tried.
struct WebhookCalled {
    webhook::CallRecord record;
    QByteArray request; ///< header and body, while capture is on
};
struct WebhookDrained {};
struct Stop {};
struct Drained {};
} // namespace hub_task

using HubTask =
    std::variant<hub_task::ClientOpened, hub_task::ClientChanged, hub_task::ClientEnded,
                 hub_task::SocketReleased, hub_task::Report, hub_task::TrafficMeasured, hub_task::Join,
                 hub_task::Progress, hub_task::FindHint, hub_task::AskStatus, hub_task::AskMetrics,
                 hub_task::AskManaged, hub_task::AskControl, hub_task::AskXSockets, hub_task::Sequence,
                 hub_task::Answer, hub_task::ActDone, hub_task::Command, hub_task::Attach, hub_task::Detach,
                 hub_task::CaptureWanted, hub_task::SetAccess, hub_task::DumpState, hub_task::ServiceSend,
                 hub_task::ControllerSend, hub_task::ServiceAct, hub_task::ServicesTold,
                 hub_task::ServiceCommandDone, hub_task::WebhookCalled, hub_task::WebhookDrained,
                 hub_task::Stop, hub_task::Drained>;

} // namespace signalbox::broker
