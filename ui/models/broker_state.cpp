// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/broker_state.h"

namespace signalbox::ui {

BrokerState::BrokerState(link::BrokerLink& link, QObject* parent)
    : QObject(parent)
    , m_link(link)
    , m_commands(link)
    , m_groups(m_names)
    , m_frames(m_names)
    , m_receipts(m_names)
{
    connect(&m_link, &link::BrokerLink::eventsArrived, this, &BrokerState::apply);
    connect(&m_clients, &ClientsModel::ticked, this, [this] { m_groups.tick(m_clients); });
    connect(&m_frames, &FramesModel::filterChanged, this, &BrokerState::askForFilter);
    m_link.attach();
}

BrokerState::~BrokerState()
{
    disconnect(&m_link, nullptr, this, nullptr);
    m_link.detach();
}

void BrokerState::apply(const std::vector<link::Event>& events)
{
    for (const link::Event& event : events) {
        std::visit([this](const auto& what) { take(what); }, event);
    }
}

// The list decides about what it has at once; about the rest, and about who got what, capture does.
void BrokerState::askForFilter()
{
    const QString text = m_frames.filter().text();
    if (text.isEmpty() && !m_isDecided) {
        return;
    }
    m_isDecided = !text.isEmpty();
    const link::CommandId command = m_commands.send(link::FilterFrames{text}, this, {});
    m_frames.setFilterCommand(m_isDecided ? command : 0);
    m_older.begin(text, m_isDecided ? command : 0);
}

void BrokerState::take(const link::ListenersChanged& event)
{
    m_listeners = event;
    Q_EMIT listenersChanged();
}

void BrokerState::take(const link::ClientsChanged& event)
{
    for (const link::ClientInfo& info : event.clients) {
        m_names.learn(info);
    }
    m_clients.apply(event.clients);
    m_groups.apply(event.clients);
    Q_EMIT populationChanged();
}

void BrokerState::take(const link::ClientsEnded& event)
{
    m_clients.remove(event.ends);
    m_groups.remove(event.ends);
    for (const link::ClientEnd& end : event.ends) {
        m_names.end(end.client);
        m_ended.add(end);
    }
    Q_EMIT populationChanged();
}

void BrokerState::take(const link::TrafficMeasured& event)
{
    m_clients.measure(event.traffic);
}

void BrokerState::take(const link::Statistics& event)
{
    m_statistics = event;
    m_rate.add(event);
    m_clients.tick(event.time);
    m_services.tick(event.time);
    m_history.add(event);
    Q_EMIT statisticsChanged();
}

void BrokerState::take(const link::FramesCaptured& event)
{
    m_frames.append(event.batch);
    m_actions.learn(event.batch.rows);
    m_receipts.addDeliveries(event.batch.deliveries);
    m_clients.add(event.batch.deliveries);
    m_groups.note(event.batch.rows);
    for (const link::FrameRow& row : event.batch.rows) {
        const bool isPage = row.kind == link::RowKind::Refused && row.text == "http.origin_refused";
        if (isPage && !row.origin.isEmpty() && row.origin != "null") {
            Q_EMIT pageRefused(row.origin);
        }
    }
    if (!event.batch.deliveries.empty()) {
        Q_EMIT deliveriesAdded(event.batch.deliveries);
    }
}

void BrokerState::take(const link::FramesFound& event)
{
    m_frames.addFound(event);
    m_older.take(event);
    Q_EMIT framesFound(event);
}

void BrokerState::take(const link::DeliveriesProgressed& event)
{
    m_frames.addProgress(event);
    m_receipts.progress(event);
    m_clients.add(event);
    Q_EMIT deliveriesProgressed(event);
}

void BrokerState::take(const link::CommandAnswer& event)
{
    m_commands.deliver(event);
}

void BrokerState::take(const link::BrokerStopped&)
{
    m_listeners = {};
    Q_EMIT listenersChanged();
    Q_EMIT brokerStopped();
}

void BrokerState::take(const link::LinkOpened& event)
{
    Q_EMIT linkOpened(event);
}

void BrokerState::take(const link::LinkLost& event)
{
    Q_EMIT linkLost(event);
}

void BrokerState::take(const link::ServicesChanged& event)
{
    m_serviceLog.keepOnly(event.services);
    m_services.apply(event);
}

void BrokerState::take(const link::ServicesLogged& event)
{
    m_serviceLog.apply(event);
}

} // namespace signalbox::ui
