// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/broker.h"

#include "server/broker/hub.h"
#include "server/broker/webhook_actor.h"
#include "server/broker/worker.h"
#include "server/dispatch/worker_dispatcher.h"
#include "server/recording/capture.h"

namespace signalbox::broker {

Broker::Broker(Settings settings, QString allowedOriginsFile, ServicePlace services)
    : m_settings(std::move(settings))
    , m_allowedOriginsFile(std::move(allowedOriginsFile))
    , m_servicePlace(std::move(services))
    , m_places(m_settings.limits.maxClients)
{
    const int workers = workerCount(m_settings);
    for (int i = 0; i <= workers; ++i) {
        m_captureRings.push_back(std::make_unique<recording::CaptureRing>());
    }
    for (int i = 0; i < workers; ++i) {
        m_mailboxes.workers.push_back(std::make_unique<Mailbox<WorkerTask>>());
    }
    m_link = std::make_unique<LocalLink>(m_mailboxes);
}

Broker::~Broker()
{
    m_workers.clear(); // each ends its thread and waits for it
    m_webhook.reset();
    m_services.reset();
    m_hub.reset();
    m_capture.reset();
}

void Broker::start()
{
    makeCaptureThread();
    for (int i = 0; i < static_cast<int>(m_mailboxes.workers.size()); ++i) {
        makeWorkerThread(i);
    }
    if (m_settings.webhook.isOn()) {
        makeWebhookThread();
    }
    if (services() == link::ServicesAvailability::Available) {
        makeServicesThread();
    }
    makeHubThread();
    m_capture->start();
    if (m_webhook) {
        m_webhook->start();
    }
    if (m_services) {
        m_services->start();
    }
    for (const auto& worker : m_workers) {
        worker->start();
    }
    m_hub->start(); // last: it opens the listeners
}

void Broker::allow(const AllowedAccess& access)
{
    m_mailboxes.hub.post(hub_task::SetAccess{access});
}

void Broker::setOperatorToken(const OperatorToken& token)
{
    for (const auto& worker : m_mailboxes.workers) {
        worker->post(worker_task::SetOperatorToken{token});
    }
}

void Broker::dumpState()
{
    m_mailboxes.hub.post(hub_task::DumpState{});
}

void Broker::stop()
{
    m_mailboxes.hub.post(hub_task::Stop{});
}

void Broker::makeCaptureThread()
{
    m_capture = std::make_unique<ActorThread>(QStringLiteral("capture"), [this] {
        std::vector<recording::CaptureRing*> rings;
        for (const auto& ring : m_captureRings) {
            rings.push_back(ring.get());
        }
        recording::CaptureOptions options;
        options.budgetBytes = m_settings.capture.budgetBytes;
        options.onWanted = [this](bool wanted) { m_mailboxes.hub.post(hub_task::CaptureWanted{wanted}); };
        auto capture =
            std::make_shared<recording::Capture>(m_mailboxes.capture, rings, m_clock, std::move(options));
        capture->start();
        return std::shared_ptr<void>(capture.get(), [capture](void*) { capture->stop(); });
    });
    m_mailboxes.capture.moveToThread(m_capture.get());
}

void Broker::makeHubThread()
{
    m_hub = std::make_unique<ActorThread>(QStringLiteral("hub"), [this] {
        return std::make_shared<Hub>(Hub::Surroundings{
            m_settings, m_clock, m_mailboxes, m_lastMessage, *m_captureRings.front(), m_allowedOriginsFile,
            services(), [this] { m_mailboxes.link.post(link::BrokerStopped{}); }});
    });
    m_mailboxes.hub.moveToThread(m_hub.get());
}

void Broker::makeWebhookThread()
{
    m_webhook = std::make_unique<ActorThread>(QStringLiteral("webhook"), [this] {
        return std::make_shared<WebhookActor>(m_settings, m_clock, m_mailboxes);
    });
    m_mailboxes.webhook.moveToThread(m_webhook.get());
}

link::ServicesAvailability Broker::services() const
{
    if (!m_settings.builtIn.services) {
        return link::ServicesAvailability::SwitchedOff;
    }
    return m_servicePlace.isThere() ? link::ServicesAvailability::Available
                                    : link::ServicesAvailability::NoFolder;
}

void Broker::makeServicesThread()
{
    m_services = std::make_unique<ActorThread>(QStringLiteral("services"), [this] {
        return std::make_shared<ServicesActor>(m_settings, m_servicePlace, m_clock, m_mailboxes);
    });
    m_mailboxes.services.moveToThread(m_services.get());
}

void Broker::makeWorkerThread(int index)
{
    auto& mailbox = *m_mailboxes.workers[static_cast<size_t>(index)];
    auto& ring = *m_captureRings[static_cast<size_t>(index) + 1];
    m_workers.push_back(
        std::make_unique<ActorThread>(QStringLiteral("worker %1").arg(index), [this, index, &ring] {
            return std::make_shared<Worker>(Worker::Surroundings{
                index, m_settings, m_clock, m_mailboxes, m_places, m_lastClient, m_lastMessage, ring});
        }));
    if (QAbstractEventDispatcher* const dispatcher = dispatch::makeWorkerDispatcher()) {
        m_workers.back()->setEventDispatcher(dispatcher);
    }
    mailbox.moveToThread(m_workers.back().get());
}

} // namespace signalbox::broker
