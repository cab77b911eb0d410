// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/client_acts.h"
#include "server/broker/client_table.h"
#include "server/broker/deliverer.h"
#include "server/broker/dispatcher.h"
#include "server/broker/echo_dialect.h"
#include "server/broker/envelope_dialect.h"
#include "server/broker/front_desk.h"
#include "server/broker/message_intake.h"
#include "server/broker/raw_dialect.h"
#include "server/broker/scripted_dialect.h"
#include "server/broker/scripted_frames.h"
#include "server/broker/service_controllers.h"
#include "server/broker/service_dialect.h"
#include "server/broker/worker_context.h"
#include "server/broker/xsockets_dialect.h"
#include "server/broker/xsockets_questions.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <optional>
#include <vector>

namespace signalbox::broker {

/// One worker: its connections from accept to close, their messages, its share of every delivery. Workers
/// know each other's mailboxes and nothing else of each other.
///
/// Thread: its own. Made and destroyed there.
class Worker final : public QObject {
    Q_OBJECT

public:
    struct Surroundings {
        int index = 0;
        const Settings& settings;
        const Clock& clock;
        Mailboxes& mailboxes;
        ClientPlaces& places;
        std::atomic<quint64>& lastClient;
        std::atomic<quint64>& lastMessage;
        recording::CaptureRing& captureRing;
    };

    explicit Worker(const Surroundings& surroundings);
    ~Worker() override;

private:
    void handle(std::vector<WorkerTask>&& tasks);
    template <typename Task>
    void begin(Task& task);
    void handle(worker_task::Accept& task);
    void handle(worker_task::Deliver& task);
    void handle(worker_task::Join& task);
    void handle(worker_task::Hint& task);
    void handle(worker_task::Status& task);
    void handle(worker_task::Metrics& task);
    void handle(worker_task::TellClient& task);
    void handle(worker_task::Act& task);
    void handle(worker_task::Answered& task);
    void handle(worker_task::TellConsole& task);
    void handle(worker_task::ReportProgress& task);
    void handle(worker_task::SetCapture& task);
    void handle(worker_task::SetTrafficReports& task);
    void handle(worker_task::MeasureTraffic& task);
    void handle(worker_task::SetAccess& task);
    void handle(worker_task::Managed& task);
    void handle(worker_task::Control& task);
    void handle(worker_task::Frames& task);
    void handle(worker_task::XSockets& task);
    void handle(worker_task::SetServices& task);
    void handle(worker_task::ServiceAnswer& task);
    void handle(worker_task::ControllerAdmitted& task);
    void handle(worker_task::SetProperty& task);
    void handle(worker_task::Decoded& task);
    void handle(worker_task::Encoded& task);
    void handle(worker_task::WrongToken& task);
    void handle(worker_task::SetOperatorToken& task);
    void handle(worker_task::Drain& task);

    void tick();
    void report(bool withTraffic);
    void finishDrainIfEmpty(SteadyTime now);

    WorkerCounters m_counters;
    WorkerCounters m_reported;
    recording::CaptureWriter m_capture;
    Dispatcher m_dispatcher;
    WorkerContext m_context;
    MessageIntake m_intake;
    EnvelopeDialect m_envelopeDialect;
    EchoDialect m_echoDialect;
    RawDialect m_rawDialect;
    ServiceDialect m_serviceDialect;
    ClientTable m_clients;
    XSocketsQuestions m_xsocketsQuestions;
    XSocketsDelivery m_xsocketsDelivery;
    XSocketsSubscriptions m_xsocketsSubscriptions;
    ServiceControllers m_controllers;
    XSocketsDialect m_xsocketsDialect;
    ScriptedFrames m_scriptedFrames;
    ScriptedDialect m_scriptedDialect;
    Deliverer m_deliverer;
    ClientActs m_acts;
    FrontDesk m_frontDesk;
    QTimer m_tickTimer;
    bool m_reportsTraffic = false;
    std::optional<SteadyTime> m_drainDeadline;
    bool m_drained = false;
};

} // namespace signalbox::broker
