// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/client_names.h"
#include "ui/models/clients_model.h"
#include "ui/models/command_sender.h"
#include "ui/models/ended_clients.h"
#include "ui/models/frames_model.h"
#include "ui/models/groups_model.h"
#include "ui/models/older_search.h"
#include "ui/models/receipts_model.h"
#include "ui/models/routing_answer.h"
#include "ui/models/seen_actions.h"
#include "ui/models/service_log_model.h"
#include "ui/models/services_model.h"
#include "ui/models/statistics_history.h"
#include "ui/models/traffic_rate.h"

#include <QtCore/QObject>

namespace signalbox::ui {

/// What the window knows of the broker: takes the batches of events off the link and hands each to the model
/// that it is for. Holds no rule of its own. Main thread. Owner: the main window.
class BrokerState final : public QObject {
    Q_OBJECT

public:
    /// `link` must outlive the state.
    explicit BrokerState(link::BrokerLink& link, QObject* parent = nullptr);
    ~BrokerState() override;

    [[nodiscard]] const ClientNames& names() const { return m_names; }
    [[nodiscard]] ClientsModel& clients() { return m_clients; }
    [[nodiscard]] const EndedClients& ended() const { return m_ended; }
    /// For whoGotThis() and whyNot().
    [[nodiscard]] KnownClients knownClients() const { return {m_names, m_clients, m_ended}; }
    [[nodiscard]] GroupsModel& groups() { return m_groups; }
    [[nodiscard]] FramesModel& frames() { return m_frames; }
    [[nodiscard]] ReceiptsModel& receipts() { return m_receipts; }
    [[nodiscard]] ServicesModel& services() { return m_services; }
    [[nodiscard]] ServiceLogModel& serviceLog() { return m_serviceLog; }
    [[nodiscard]] SeenActions& actions() { return m_actions; }
    [[nodiscard]] CommandSender& commands() { return m_commands; }

    [[nodiscard]] const link::ListenersChanged& listeners() const { return m_listeners; }
    [[nodiscard]] bool isListening() const { return !m_listeners.url.isEmpty(); }
    [[nodiscard]] const link::Statistics& statistics() const { return m_statistics; }
    [[nodiscard]] const TrafficRate& rate() const { return m_rate; }
    [[nodiscard]] const StatisticsHistory& history() const { return m_history; }

Q_SIGNALS:
    void listenersChanged();
    void statisticsChanged();
    /// Clients came, went, or changed their groups.
    void populationChanged();
    /// A page of that origin, which may be allowed, tried to connect.
    void pageRefused(const QByteArray& origin);
    void deliveriesAdded(const std::vector<signalbox::link::DeliveryUpdate>& updates);
    void deliveriesProgressed(const signalbox::link::DeliveriesProgressed& progress);
    /// How far a search has come.
    void framesFound(const signalbox::link::FramesFound& found);
    void brokerStopped();
    /// The link to a broker elsewhere is there; all that was known is forgotten before.
    void linkOpened(const signalbox::link::LinkOpened& opened);
    void linkLost(const signalbox::link::LinkLost& lost);

private:
    void apply(const std::vector<link::Event>& events);
    void askForFilter();
    void take(const link::ListenersChanged& event);
    void take(const link::ClientsChanged& event);
    void take(const link::ClientsEnded& event);
    void take(const link::TrafficMeasured& event);
    void take(const link::Statistics& event);
    void take(const link::FramesCaptured& event);
    void take(const link::DeliveriesProgressed& event);
    void take(const link::FramesFound& event);
    void take(const link::CommandAnswer& event);
    void take(const link::BrokerStopped& event);
    void take(const link::LinkOpened& event);
    void take(const link::LinkLost& event);
    void take(const link::ServicesChanged& event);
    void take(const link::ServicesLogged& event);

    link::BrokerLink& m_link;
    CommandSender m_commands;
    ClientNames m_names;
    ClientsModel m_clients;
    EndedClients m_ended;
    GroupsModel m_groups;
    FramesModel m_frames;
    ReceiptsModel m_receipts;
    ServicesModel m_services;
    ServiceLogModel m_serviceLog;
    SeenActions m_actions;
    link::ListenersChanged m_listeners;
    link::Statistics m_statistics;
    TrafficRate m_rate;
    StatisticsHistory m_history;
    OlderSearch m_older{m_commands, m_frames};
    bool m_isDecided = false; ///< capture was asked to decide about rows
};

} // namespace signalbox::ui
