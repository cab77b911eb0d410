// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/hub.h"

#include "server/broker/console_events.h"
#include "server/broker/counter_sum.h"
#include "server/broker/log_lines.h"
#include "server/broker/resident_memory.h"
#include "server/broker/state_dump.h"
#include "server/broker/webhook_capture.h"
#include "server/broker/worker_links.h"
#include "server/link/act_notes.h"
#include "server/routing/hint.h"
#include "server/transport/direct_socket.h"

#include <algorithm>

namespace signalbox::broker {

namespace {

constexpr std::chrono::milliseconds feedInterval{33}; ///< 30 times a second
constexpr std::chrono::milliseconds tickInterval{250};
constexpr link::CommandId noCommand = 0;
constexpr quint32 captureProducer = 1; ///< workers follow

} // namespace

template <typename Task>
void Hub::postToWorkers(const Task& task)
{
    for (const auto& worker : m_surroundings.mailboxes.workers) {
        worker->post(task);
    }
}

Hub::Hub(Surroundings surroundings)
    : m_surroundings(std::move(surroundings))
    , m_capture(captureProducer, m_surroundings.captureRing)
    , m_dispatcher(
          {Originator::hubIndex}, m_surroundings.mailboxes, m_surroundings.lastMessage, m_surroundings.clock,
          [this](MessageId message, const Recipients& recipients) {
              m_dispatcher.hintFound(
                  message, routing::hintForNobody(recipients, m_directory.members(), m_directory.lastSeen()));
          })
    , m_feeds([this](link::LinkId link, link::Event event) { postTo(link, std::move(event)); })
    , m_listeners(m_surroundings.settings.listener.addresses,
                  [this](qintptr descriptor, bool loopback) { accepted(descriptor, loopback); })
    , m_origins({m_surroundings.settings.http.allowedHosts, m_surroundings.settings.http.allowedOrigins},
                m_surroundings.allowedOriginsFile)
    , m_operator({m_surroundings.clock, m_surroundings.mailboxes, m_directory, m_dispatcher, m_capture,
                  m_listeners, m_origins, [this] { m_feeds.tellProgram(m_listeners.state()); },
                  [this] { postToWorkers(worker_task::SetAccess{m_origins.access()}); },
                  [this] { return m_feeds.isAnyAttached(); },
                  [this](link::CommandAnswer answer) { m_feeds.answer(std::move(answer)); }},
                 m_surroundings.settings.limits)
    , m_managed(m_surroundings.clock, m_surroundings.settings.managed.maxReserved,
                [this](ClientId client) { closeManaged(client); })
    , m_xsockets(m_surroundings.clock, m_surroundings.settings,
                 [this](int worker, quint64 ticket, XSocketsAnswer answer) {
                     m_surroundings.mailboxes.workers[static_cast<size_t>(worker)]->post(
                         worker_task::XSockets{ticket, std::move(answer)});
                 })
    , m_services({m_surroundings.clock, m_surroundings.mailboxes, m_dispatcher, m_capture,
                  m_surroundings.services, m_feeds, m_directory, m_xsockets.sequencer()})
    , m_control({m_directory, m_listeners, [this] { return statistics(); }})
    , m_trafficRound(m_surroundings.mailboxes.workers.size(),
                     [this] { postToWorkers(worker_task::MeasureTraffic{}); })
    , m_statusLog(m_surroundings.settings.log.statusInterval, m_surroundings.clock.steadyNow())
    , m_counters(m_surroundings.mailboxes.workers.size())
    , m_ledger(m_surroundings.clock.wallNow())
{
    postToWorkers(worker_task::SetAccess{m_origins.access()}); // before any connection
    openListeners(); // before any task: a window that is waiting already hears of real listeners
    m_surroundings.mailboxes.hub.setReader(
        [this](std::vector<HubTask>&& tasks) { handle(std::move(tasks)); });
    connect(&m_feedTimer, &QTimer::timeout, this, [this] { feed(); });
    connect(&m_tickTimer, &QTimer::timeout, this, [this] { tick(); });
    m_tickTimer.start(tickInterval);
}

Hub::~Hub()
{
    m_surroundings.mailboxes.hub.setReader(nullptr);
}

void Hub::handle(std::vector<HubTask>&& tasks)
{
    for (HubTask& task : tasks) {
        std::visit([this](auto& what) { handle(what); }, task);
    }
}

void Hub::openListeners()
{
    if (const Result<void> opened = m_listeners.open(); !opened) {
        if (m_listeners.state().url.isEmpty()) {
            qCCritical(logBroker).noquote() << opened.error().message;
        } else { // another address listens: a machine without IPv6, for example
            qCWarning(logBroker).noquote() << opened.error().message;
        }
    }
    m_state = BrokerState::Ready;
    m_feeds.tellProgram(m_listeners.state());
}

void Hub::accepted(qintptr descriptor, bool loopback)
{
    const Limits& limits = m_surroundings.settings.limits;
    if (m_connections >= limits.maxClients + limits.maxHalfOpen) {
        transport::closeDescriptor(descriptor); // not even room to say so
        ++m_turnedAway;
        return;
    }
    ++m_connections;
    m_surroundings.mailboxes.workers[m_nextWorker]->post(worker_task::Accept{{descriptor, loopback}});
    m_nextWorker = (m_nextWorker + 1) % m_surroundings.mailboxes.workers.size();
}

void Hub::handle(hub_task::ClientOpened& task)
{
    qCInfo(logClient).noquote() << openedLine(*task.client);
    m_ledger.clientOpened();
    m_directory.opened(task.worker, task.client);
    m_managed.opened(*task.client);
    m_xsockets.opened(*task.client);
    m_feeds.clientChanged(*task.client);
}

void Hub::handle(hub_task::ClientChanged& task)
{
    m_directory.changed(task.client);
    m_feeds.clientChanged(*task.client);
}

void Hub::handle(hub_task::ClientEnded& task)
{
    qCInfo(logClient).noquote() << endedLine(task.end);
    --m_connections;
    m_ledger.clientEnded(task.end.reason);
    if (const link::ClientInfo* const client = m_directory.find(task.end.client)) {
        m_xsockets.ended(*client);
    }
    m_directory.ended(task.end);
    m_managed.ended(task.end.client);
    m_feeds.clientEnded(task.end);
}

void Hub::handle(hub_task::SocketReleased& /*task*/)
{
    --m_connections;
}

void Hub::handle(hub_task::Report& task)
{
    m_counters[static_cast<size_t>(task.worker)] = *task.counters;
    m_xsockets.sequencer().seenByAll(
        std::ranges::min_element(m_counters, {}, &WorkerCounters::sequenceSeen)->sequenceSeen);
    m_directory.measured(task.traffic);
    m_feeds.traffic(task.traffic);
}

void Hub::handle(hub_task::TrafficMeasured& /*task*/)
{
    m_trafficRound.reported();
}

void Hub::handle(hub_task::Join& task)
{
    m_dispatcher.outcomeArrived(std::move(task.outcome));
}

void Hub::handle(hub_task::Progress& task)
{
    if (m_feeds.isAnyAttached()) {
        m_progress.add(std::move(task.progress));
    }
}

void Hub::postTo(link::LinkId link, link::Event event)
{
    const auto& workers = m_surroundings.mailboxes.workers;
    if (link.isNull()) {
        m_surroundings.mailboxes.link.post(std::move(event));
    } else if (!isRequestLink(link, workers.size())) {
        tellConsole(m_surroundings.mailboxes, link, std::move(event));
    } else if (auto* const answer = std::get_if<link::CommandAnswer>(&event)) {
        workers[workerOf(link, workers.size())]->post(worker_task::Answered{std::move(*answer)});
    }
}

void Hub::feed()
{
    auto ready = m_progress.take([this](MessageId message) { return m_dispatcher.awaits(message); });
    for (link::DeliveriesProgressed& progressed : ready) {
        m_feeds.tell(progressed);
    }
    m_feeds.flush();
}

void Hub::handle(hub_task::FindHint& task)
{
    QString words = routing::hintForNobody(task.recipients, m_directory.members(), m_directory.lastSeen());
    m_surroundings.mailboxes.workers[static_cast<size_t>(task.worker)]->post(
        worker_task::Hint{task.message, std::move(words)});
}

void Hub::handle(hub_task::AskStatus& task)
{
    m_surroundings.mailboxes.workers[static_cast<size_t>(task.worker)]->post(
        worker_task::Status{task.ticket, status()});
}

void Hub::handle(hub_task::AskMetrics& task)
{
    m_surroundings.mailboxes.workers[static_cast<size_t>(task.worker)]->post(
        worker_task::Metrics{task.ticket, std::make_shared<const MetricsSnapshot>(metrics())});
}

void Hub::handle(hub_task::AskManaged& task)
{
    m_surroundings.mailboxes.workers[static_cast<size_t>(task.worker)]->post(
        worker_task::Managed{task.ticket, m_managed.answer(task.question)});
}

void Hub::handle(hub_task::AskControl& task)
{
    const bool asksForTraffic = broker::asksForTraffic(task.question);
    auto answer = [this, task = std::move(task)] {
        m_surroundings.mailboxes.workers[static_cast<size_t>(task.worker)]->post(
            worker_task::Control{task.ticket, m_control.answer(task.question)});
    };
    if (asksForTraffic) {
        m_trafficRound.await(std::move(answer));
    } else {
        answer();
    }
}

void Hub::handle(hub_task::AskXSockets& task)
{
    m_xsockets.ask(task.worker, task.ticket, task.question);
}

void Hub::handle(hub_task::Sequence& task)
{
    const std::optional<Error> error = m_xsockets.sequencer().sequence(task.message);
    m_dispatcher.dispatch(std::move(task.message));
    if (error) {
        m_surroundings.mailboxes.workers[static_cast<size_t>(task.worker)]->post(
            worker_task::TellClient{task.sender, *error});
    }
}

void Hub::closeManaged(ClientId client)
{
    if (const auto worker = m_directory.workerOf(client)) {
        m_surroundings.mailboxes.workers[static_cast<size_t>(*worker)]->post(
            worker_task::Act{noCommand, link::DisconnectClient{client, websocket::close_code::normal,
                                                               "closed over the socket API"}});
    }
}

void Hub::handle(hub_task::Answer& task)
{
    if (task.answer.command == noCommand) {
        return; // of an act that nobody asked for
    }
    m_feeds.answer(std::move(task.answer));
}

void Hub::handle(hub_task::ActDone& task)
{
    if (m_operator.workerDone(task.command)) {
        m_feeds.answer({task.command, link::CommandAnswer::Done{}}); // after what changed
    }
}

void Hub::handle(hub_task::Command& task)
{
    if (isServiceCommand(task.command)) {
        m_services.carryOut(task.id, task.command);
    } else {
        m_operator.handle(task.id, std::move(task.command));
    }
}

void Hub::handle(hub_task::Attach& task)
{
    if (!task.peer.isEmpty()) {
        noteAct(link::actNote(link::act::consoleAttached, {task.peer}));
    }
    if (!task.state) {
        return;
    }
    m_feeds.tell(task.link, m_listeners.state());
    m_feeds.attach(task.link, m_directory.clients(), m_directory.recentEnds());
    if (auto traffic = m_directory.traffic(); !traffic.empty()) {
        m_feeds.tell(task.link, link::TrafficMeasured{std::move(traffic)}); // changes alone follow
    }
    m_feeds.tell(task.link, statistics());
    m_services.attach(task.link);
    m_feedTimer.start(feedInterval);
    postToWorkers(worker_task::SetTrafficReports{true});
}

void Hub::handle(hub_task::Detach& task)
{
    m_feeds.detach(task.link);
    if (!task.peer.isEmpty()) {
        noteAct(link::actNote(link::act::consoleGone, {task.peer}));
    }
    if (m_feeds.isAnyAttached()) {
        return;
    }
    m_progress = {};
    m_services.nobodyLooks();
    m_feedTimer.stop();
    postToWorkers(worker_task::SetTrafficReports{false});
}

void Hub::handle(hub_task::CaptureWanted& task)
{
    m_capture.setEnabled(task.wanted);
    introduceNobody();
    if (m_surroundings.settings.webhook.isOn()) {
        m_surroundings.mailboxes.webhook.post(webhook_task::SetCapture{task.wanted});
    }
    postToWorkers(worker_task::SetCapture{task.wanted});
}

void Hub::noteAct(const QByteArray& note)
{
    m_capture.recordAct(m_surroundings.clock.wallNow(), note);
}

/// The hub's records name no clients of its own, which capture has to be told too.
void Hub::introduceNobody()
{
    if (m_capture.wantsIntroduction(0)) {
        m_capture.beginIntroduction(m_surroundings.clock.wallNow());
        m_capture.endIntroduction(m_surroundings.clock.wallNow());
    }
}

void Hub::handle(hub_task::SetAccess& task)
{
    m_origins.configure(std::move(task.access));
    postToWorkers(worker_task::SetAccess{m_origins.access()});
}

void Hub::handle(hub_task::DumpState& /*task*/)
{
    logState(statistics(), m_directory, m_connections);
}

void Hub::handle(hub_task::Stop& /*task*/)
{
    if (m_state == BrokerState::Draining) {
        return;
    }
    m_state = BrokerState::Draining;
    qCInfo(logBroker).noquote()
        << QStringLiteral("stopping: closing %1 clients").arg(m_directory.clientCount());
    m_listeners.closeForGood();
    m_feeds.tellProgram(m_listeners.state());
    m_drainDeadline = m_surroundings.clock.steadyNow() + m_surroundings.settings.shutdown.drainTimeout;
    postToWorkers(worker_task::Drain{m_surroundings.settings.shutdown.drainTimeout});
}

void Hub::handle(hub_task::Drained& /*task*/)
{
    if (++m_drained < static_cast<int>(m_surroundings.mailboxes.workers.size())) {
        return;
    }
    if (m_surroundings.settings.webhook.isOn()) { // after the last message of any worker
        m_surroundings.mailboxes.webhook.post(webhook_task::Drain{m_drainDeadline});
    } else {
        finish();
    }
}

void Hub::handle(hub_task::ServicesTold& task)
{
    if (task.link) {
        m_feeds.tell(*task.link, std::move(task.event));
    } else {
        m_feeds.tell(task.event);
    }
}

void Hub::handle(hub_task::ServiceCommandDone& task)
{
    if (!task.result) {
        m_feeds.answer({task.id, task.result.error()});
        return;
    }
    noteAct(task.note);
    m_feeds.answer({task.id, link::CommandAnswer::Done{}});
}

void Hub::handle(hub_task::WebhookCalled& task)
{
    m_webhookCounts.note(task.record);
    m_ledger.webhookCalled(task.record);
    captureCall(m_capture, m_surroundings.clock.wallNow(), m_surroundings.settings.webhook.url, task);
}

void Hub::handle(hub_task::WebhookDrained& /*task*/)
{
    finish();
}

void Hub::finish()
{
    m_feeds.flush();
    m_surroundings.stopped();
}

link::Statistics Hub::statistics() const
{
    link::Statistics sum;
    sum.requestsRefused = m_turnedAway;
    sum.time = m_surroundings.clock.wallNow();
    sum.clients = m_directory.clientCount();
    for (const WorkerCounters& worker : m_counters) {
        addTo(sum, worker);
    }
    sum.webhook = m_surroundings.settings.webhook.isOn();
    m_webhookCounts.addTo(sum);
    sum.residentBytes = residentBytes();
    return sum;
}

BrokerStatus Hub::status() const
{
    BrokerStatus status;
    status.state = m_state;
    status.clients = m_directory.clientCount();
    status.groups = m_directory.groupCount();
    for (const link::ListenerState& listener : m_listeners.state().listeners) {
        if (listener.listening) {
            status.listeners += listener.url;
        }
    }
    return status;
}

MetricsSnapshot Hub::metrics() const
{
    MetricsSnapshot snapshot = m_ledger.snapshot(m_counters);
    snapshot.sums = statistics();
    snapshot.xsockets.add(m_xsockets.sequencer().counts());
    snapshot.state = m_state;
    snapshot.groups = m_directory.groupCount();
    snapshot.connections = m_connections;
    snapshot.maxClients = m_surroundings.settings.limits.maxClients;
    return snapshot;
}

void Hub::tick()
{
    m_xsockets.tick();
    const SteadyTime now = m_surroundings.clock.steadyNow();
    m_dispatcher.checkDeadlines(now);
    introduceNobody();
    if (const quint64 turnedAway = m_turnedAway - std::exchange(m_turnedAwayLogged, m_turnedAway)) {
        qCWarning(logBroker).noquote() // one line for a flood, not one for each
            << QStringLiteral("closed %1 connections unanswered: limits.max_clients and limits.max_half_open "
                              "leave no room")
                   .arg(turnedAway);
    }
    const link::Statistics current = statistics();
    m_statusLog.tick(now, current);
    m_feeds.tell(current);
}

} // namespace signalbox::broker
