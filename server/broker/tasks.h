// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/broker_status.h"
#include "server/broker/routed_message.h"
#include "server/core/mailbox.h"
#include "server/link/events.h"
#include "server/transport/accepted_socket.h"

#include <memory>
#include <variant>
#include <vector>

namespace signalbox::broker {

/// Who may talk to the broker from a web page, beside those that always may (PRODUCT section 8).
struct AllowedAccess {
    QList<QByteArray> hosts;
    QList<QByteArray> origins;
};

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
struct Disconnect {
    link::CommandId command = 0;
    link::DisconnectClient what;
};
/// Capture went on or off.
struct SetCapture {
    bool enabled = false;
};
/// Hosts and origins that may talk to the broker from now on.
struct SetAccess {
    AllowedAccess access;
};
/// Clients' traffic is reported from now on, or no more.
struct SetTrafficReports {
    bool enabled = false;
};
/// Close every client with 1001 and say Drained when none is left, after `timeout` at the latest.
struct Drain {
    std::chrono::milliseconds timeout{};
};
} // namespace worker_task

using WorkerTask =
    std::variant<worker_task::Accept, worker_task::Deliver, worker_task::Join, worker_task::Hint,
                 worker_task::Status, worker_task::Disconnect, worker_task::SetCapture,
                 worker_task::SetTrafficReports, worker_task::SetAccess, worker_task::Drain>;

/// Sums of one worker since the start.
struct WorkerCounters {
    quint64 messagesReceived = 0;
    quint64 deliveries = 0;
    quint64 deliveriesDropped = 0;
    quint64 bytesReceived = 0;
    quint64 bytesSent = 0;
    quint64 handshakesRefused = 0;
    quint64 requestsRefused = 0;
    quint64 messagesRefused = 0;
    quint64 slowClientsClosed = 0;
    qint64 queuedBytes = 0; ///< now

    friend bool operator==(const WorkerCounters&, const WorkerCounters&) = default;
};

/// Everything that may be posted to the hub.
namespace hub_task {
struct ClientOpened {
    int worker = 0;
    link::ClientInfo client;
};
struct ClientEnded {
    link::ClientEnd end;
};
/// A connection ended that never became a client.
struct SocketReleased {};
struct Report {
    int worker = 0;
    WorkerCounters counters;
    std::vector<link::ClientTraffic> traffic;
};
struct Join {
    Outcome outcome;
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
struct Answer {
    link::CommandAnswer answer;
};
struct Command {
    link::CommandId id = 0;
    link::Command command;
};
struct Attach {};
struct Detach {};
/// Capture has its first consumer, or lost its last.
struct CaptureWanted {
    bool wanted = false;
};
struct SetAccess {
    AllowedAccess access;
};
/// Writes who is connected, the groups and the queues to the log.
struct DumpState {};
struct Stop {};
struct Drained {};
} // namespace hub_task

using HubTask =
    std::variant<hub_task::ClientOpened, hub_task::ClientEnded, hub_task::SocketReleased, hub_task::Report,
                 hub_task::Join, hub_task::FindHint, hub_task::AskStatus, hub_task::Answer, hub_task::Command,
                 hub_task::Attach, hub_task::Detach, hub_task::CaptureWanted, hub_task::SetAccess,
                 hub_task::DumpState, hub_task::Stop, hub_task::Drained>;

/// The mailboxes of the broker's threads. Made before the threads, destroyed after them; shared by reference.
struct Mailboxes {
    Mailbox<HubTask> hub;
    std::vector<std::unique_ptr<Mailbox<WorkerTask>>> workers;
    Mailbox<link::Event> link; ///< read in the main thread
};

} // namespace signalbox::broker
