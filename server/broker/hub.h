// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/allowed_origins.h"
#include "server/broker/control_desk.h"
#include "server/broker/directory.h"
#include "server/broker/dispatcher.h"
#include "server/broker/link_feeds.h"
#include "server/broker/listeners.h"
#include "server/broker/managed_desk.h"
#include "server/broker/metrics_ledger.h"
#include "server/broker/operator_desk.h"
#include "server/broker/progress_buffer.h"
#include "server/broker/service_desk.h"
#include "server/broker/status_log.h"
#include "server/broker/tasks.h"
#include "server/broker/traffic_round.h"
#include "server/broker/webhook_counts.h"
#include "server/broker/xsockets_desk.h"
#include "server/recording/capture_writer.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace signalbox::broker {

/// The hub: accepts connections and spreads them over the workers, knows who is connected, sends for the
/// operator, and tells the window. It never touches a client's socket, and never blocks.
///
/// Thread: hub. Made and destroyed there.
class Hub final : public QObject {
    Q_OBJECT

public:
    struct Surroundings {
        const Settings& settings;
        const Clock& clock;
        Mailboxes& mailboxes;
        std::atomic<quint64>& lastMessage;
        recording::CaptureRing& captureRing;
        QString allowedOriginsFile; ///< of AllowedOrigins; empty: nowhere
        link::ServicesAvailability services = link::ServicesAvailability::NoFolder;
        std::function<void()> stopped; ///< hub thread: every worker has drained, and the webhook
    };

    explicit Hub(Surroundings surroundings);
    ~Hub() override;

private:
    void handle(std::vector<HubTask>&& tasks);
    void handle(hub_task::ClientOpened& task);
    void handle(hub_task::ClientChanged& task);
    void handle(hub_task::ClientEnded& task);
    void handle(hub_task::SocketReleased& task);
    void handle(hub_task::Report& task);
    void handle(hub_task::TrafficMeasured& task);
    void handle(hub_task::Join& task);
    void handle(hub_task::Progress& task);
    void handle(hub_task::FindHint& task);
    void handle(hub_task::AskStatus& task);
    void handle(hub_task::AskMetrics& task);
    void handle(hub_task::AskManaged& task);
    void handle(hub_task::AskControl& task);
    void handle(hub_task::AskXSockets& task);
    void handle(hub_task::Sequence& task);
    void handle(hub_task::Answer& task);
    void handle(hub_task::ActDone& task);
    void handle(hub_task::Command& task);
    void handle(hub_task::Attach& task);
    void handle(hub_task::Detach& task);
    void handle(hub_task::CaptureWanted& task);
    void handle(hub_task::SetAccess& task);
    void handle(hub_task::DumpState& task);
    void handle(hub_task::ServiceSend& task) { m_services.send(task); }
    void handle(hub_task::ControllerSend& task) { m_services.send(task); }
    void handle(hub_task::ServiceAct& task) { m_services.carryOut(task); }
    void handle(hub_task::ServicesTold& task);
    void handle(hub_task::ServiceCommandDone& task);
    void handle(hub_task::WebhookCalled& task);
    void handle(hub_task::WebhookDrained& task);
    void handle(hub_task::Stop& task);
    void handle(hub_task::Drained& task);

    void openListeners();
    void closeManaged(ClientId client);
    void accepted(qintptr descriptor, bool loopback);
    template <typename Task>
    void postToWorkers(const Task& task);
    [[nodiscard]] link::Statistics statistics() const;
    [[nodiscard]] BrokerStatus status() const;
    [[nodiscard]] MetricsSnapshot metrics() const;
    void noteAct(const QByteArray& note);
    void introduceNobody();
    void postTo(link::LinkId link, link::Event event);
    void feed();
    void finish();
    void tick();

    Surroundings m_surroundings;
    BrokerState m_state = BrokerState::Starting;
    recording::CaptureWriter m_capture;
    Directory m_directory;
    Dispatcher m_dispatcher;
    LinkFeeds m_feeds;
    ProgressBuffer m_progress;
    Listeners m_listeners;
    AllowedOrigins m_origins;
    OperatorDesk m_operator;
    ManagedDesk m_managed;
    XSocketsDesk m_xsockets;
    ServiceDesk m_services;
    ControlDesk m_control;
    TrafficRound m_trafficRound;
    StatusLog m_statusLog;
    std::vector<WorkerCounters> m_counters; ///< by worker
    size_t m_nextWorker = 0;
    qint64 m_connections = 0; ///< accepted and not ended, clients or not
    quint64 m_turnedAway = 0; ///< connections for which there was no room at all
    quint64 m_turnedAwayLogged = 0;
    WebhookCounts m_webhookCounts;
    MetricsLedger m_ledger;
    SteadyTime m_drainDeadline;
    int m_drained = 0;
    QTimer m_feedTimer;
    QTimer m_tickTimer;
};

} // namespace signalbox::broker
