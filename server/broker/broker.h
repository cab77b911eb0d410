// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/client_places.h"
#include "server/broker/local_link.h"
#include "server/broker/services_actor.h"
#include "server/broker/tasks.h"
#include "server/core/actor_thread.h"
#include "server/core/clock.h"
#include "server/recording/capture_ring.h"
#include "server/recording/capture_task.h"
#include "server/settings/settings.h"

#include <atomic>
#include <memory>
#include <vector>

namespace signalbox::broker {

/// The whole broker: its threads, the mailboxes between them, and the near end of the link to it.
///
/// Thread: main. Order of the end: stop() drains (listeners close, clients get 1001, queues are flushed) and
/// the link then says BrokerStopped; the destructor ends the threads, workers first, whether it drained or
/// not.
class Broker final {
public:
    /// `allowedOriginsFile`: where origins are kept that the operator allows always; empty: nowhere.
    explicit Broker(Settings settings, QString allowedOriginsFile = {}, ServicePlace services = {});
    ~Broker();
    Q_DISABLE_COPY_MOVE(Broker)

    [[nodiscard]] link::BrokerLink& link() { return *m_link; }

    /// Who carries out ConnectTestClients and DisconnectTestClients.
    void setTestClients(LinkRequests::TestClientHandler handler)
    {
        m_link->setTestClients(std::move(handler));
    }

    /// Starts the threads and opens the listeners; the link tells how that went (ListenersChanged).
    void start();
    /// Puts other allowed hosts and origins in force, for requests from now on.
    void allow(const AllowedAccess& access);
    /// Puts another operator token in force, for requests from now on. None at first: then nobody has it.
    void setOperatorToken(const OperatorToken& token);
    /// Writes who is connected, the groups and the queues to the log.
    void dumpState();
    /// Begins to drain, within shutdown.drain_timeout. Never blocks.
    void stop();

private:
    void makeCaptureThread();
    void makeHubThread();
    void makeWebhookThread();
    void makeServicesThread();
    void makeWorkerThread(int index);
    [[nodiscard]] link::ServicesAvailability services() const;

    const Settings m_settings;
    const QString m_allowedOriginsFile;
    const ServicePlace m_servicePlace;
    const SystemClock m_clock;
    ClientPlaces m_places;
    std::atomic<quint64> m_lastClient = 0;
    std::atomic<quint64> m_lastMessage = 0;
    std::vector<std::unique_ptr<recording::CaptureRing>> m_captureRings; ///< the hub's, then each worker's
    Mailboxes m_mailboxes;
    std::unique_ptr<LocalLink> m_link;
    std::unique_ptr<ActorThread> m_capture;
    std::unique_ptr<ActorThread> m_hub;
    std::unique_ptr<ActorThread> m_webhook;  ///< null without a webhook
    std::unique_ptr<ActorThread> m_services; ///< null without services
    std::vector<std::unique_ptr<ActorThread>> m_workers;
};

} // namespace signalbox::broker
