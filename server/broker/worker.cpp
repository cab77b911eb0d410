// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/worker.h"

#include "server/broker/error_reply.h"

namespace signalbox::broker {

namespace {

constexpr std::chrono::milliseconds tickInterval{100};
constexpr quint32 firstCaptureProducer = 2; ///< the hub is 1

/// Whether the task sends nothing to a client, and lets none come or go: messages may wait beside it for the
/// end of their turn.
template <typename Task>
constexpr bool leavesClientsAlone =
    std::is_same_v<Task, worker_task::Deliver> || std::is_same_v<Task, worker_task::Accept> ||
    std::is_same_v<Task, worker_task::Join> || std::is_same_v<Task, worker_task::ReportProgress>;

} // namespace

Worker::Worker(const Surroundings& surroundings)
    : m_capture(firstCaptureProducer + static_cast<quint32>(surroundings.index), surroundings.captureRing)
    , m_dispatcher({surroundings.index}, surroundings.mailboxes, surroundings.lastMessage, surroundings.clock,
                   [this](MessageId message, const Recipients& recipients) {
                       m_context.mailboxes.hub.post(hub_task::FindHint{m_context.index, message, recipients});
                   })
    , m_context{surroundings.index,  surroundings.settings,   surroundings.clock, surroundings.mailboxes,
                surroundings.places, surroundings.lastClient, m_dispatcher,       m_capture,
                m_counters}
    , m_intake(surroundings.settings.limits.maxRecipients)
    , m_envelopeDialect(m_context, m_intake)
    , m_echoDialect(m_context)
    , m_rawDialect(m_context)
    , m_serviceDialect(m_context)
    , m_clients(m_context)
    , m_xsocketsQuestions(m_context)
    , m_xsocketsDelivery(m_context, m_clients)
    , m_xsocketsSubscriptions(m_context, m_clients, m_xsocketsQuestions, m_xsocketsDelivery)
    , m_controllers(m_context)
    , m_xsocketsDialect(m_context, m_clients, m_xsocketsQuestions, m_xsocketsDelivery,
                        m_xsocketsSubscriptions, m_controllers)
    , m_scriptedFrames(m_context, m_clients)
    , m_scriptedDialect(m_context, m_clients, m_xsocketsDialect, m_scriptedFrames)
    , m_deliverer(m_context, m_clients)
    , m_acts(m_context, m_clients)
    , m_frontDesk(m_context, m_clients, m_intake,
                  {m_envelopeDialect, m_echoDialect, m_rawDialect, m_serviceDialect, m_xsocketsDialect,
                   m_scriptedDialect, m_xsocketsQuestions})
{
    connect(&m_tickTimer, &QTimer::timeout, this, [this] { tick(); });
    m_tickTimer.start(tickInterval);
    m_context.mailboxes.workers[static_cast<size_t>(m_context.index)]->setReader(
        [this](std::vector<WorkerTask>&& tasks) { handle(std::move(tasks)); });
}

Worker::~Worker()
{
    m_context.mailboxes.workers[static_cast<size_t>(m_context.index)]->setReader(nullptr);
}

void Worker::handle(std::vector<WorkerTask>&& tasks)
{
    for (WorkerTask& task : tasks) {
        std::visit([this](auto& what) { begin(what); }, task);
    }
    m_deliverer.finishTurn();
}

/// What was delivered before in this turn comes first.
template <typename Task>
void Worker::begin(Task& task)
{
    if constexpr (!leavesClientsAlone<Task>) {
        m_deliverer.finishTurn();
    }
    handle(task);
}

void Worker::handle(worker_task::Accept& task)
{
    m_frontDesk.accept(task.socket);
}

void Worker::handle(worker_task::Deliver& task)
{
    const quint64 sequence = task.message->sequence;
    m_deliverer.deliver(std::move(task.message));
    if (sequence != 0) {
        m_counters.sequenceSeen = sequence;
    }
}

void Worker::handle(worker_task::Join& task)
{
    m_dispatcher.outcomeArrived(std::move(task.outcome));
}

void Worker::handle(worker_task::Hint& task)
{
    m_dispatcher.hintFound(task.message, task.words);
}

void Worker::handle(worker_task::Status& task)
{
    m_frontDesk.endpoints().statusArrived(task.ticket, task.status);
}

void Worker::handle(worker_task::Metrics& task)
{
    m_frontDesk.endpoints().metricsArrived(task.ticket, *task.snapshot);
}

void Worker::handle(worker_task::TellClient& task)
{
    if (Session* const session = m_clients.find(task.client)) {
        ++m_counters.messagesRefused;
        replyWithError(m_context, *session, task.error);
        session->connection().flush();
    }
}

void Worker::handle(worker_task::Act& task)
{
    m_acts.carryOut(task);
}

void Worker::handle(worker_task::Answered& task)
{
    m_frontDesk.commands().answered(std::move(task.answer));
}

void Worker::handle(worker_task::TellConsole& task)
{
    m_frontDesk.consoles().tell(task.console, task.message);
}

void Worker::handle(worker_task::ReportProgress& /*task*/)
{
    m_clients.confirmer().report();
    m_clients.queueWatch().report();
}

void Worker::handle(worker_task::SetCapture& task)
{
    m_capture.setEnabled(task.enabled);
    m_clients.introduceAll();
}

void Worker::handle(worker_task::MeasureTraffic& /*task*/)
{
    report(true);
    m_context.mailboxes.hub.post(hub_task::TrafficMeasured{});
}

void Worker::handle(worker_task::SetTrafficReports& task)
{
    m_reportsTraffic = task.enabled;
}

void Worker::handle(worker_task::SetAccess& task)
{
    m_frontDesk.allow(task.access);
}

void Worker::handle(worker_task::Managed& task)
{
    m_frontDesk.managed().answered(task.ticket, std::move(task.answer));
}

void Worker::handle(worker_task::Control& task)
{
    m_frontDesk.control().answered(task.ticket, task.answer);
}

void Worker::handle(worker_task::Frames& task)
{
    m_frontDesk.control().framesArrived(task);
}

void Worker::handle(worker_task::XSockets& task)
{
    m_xsocketsQuestions.answered(task.ticket, std::move(task.answer));
}

void Worker::handle(worker_task::SetServices& task)
{
    m_frontDesk.setServices(*task.routes);
    m_controllers.setRoutes(*task.routes);
    m_scriptedDialect.setRoutes(*task.routes);
}

void Worker::handle(worker_task::ControllerAdmitted& task)
{
    if (Session* const session = m_clients.find(task.client)) {
        m_xsocketsDialect.admitted(*session, task);
    }
}

void Worker::handle(worker_task::Decoded& task)
{
    if (Session* const session = m_clients.find(task.client)) {
        m_scriptedDialect.decoded(*session, task);
    }
}

void Worker::handle(worker_task::Encoded& task)
{
    m_scriptedFrames.encoded(task);
}

void Worker::handle(worker_task::SetProperty& task)
{
    if (Session* const session = m_clients.find(task.client)) {
        m_xsocketsDialect.setProperty(*session, task);
    }
}

void Worker::handle(worker_task::ServiceAnswer& task)
{
    m_frontDesk.services().answered(task);
}

void Worker::handle(worker_task::WrongToken& task)
{
    m_frontDesk.gate().noteWrongToken(task.address, task.presented);
}

void Worker::handle(worker_task::SetOperatorToken& task)
{
    m_frontDesk.gate().setToken(task.token);
}

void Worker::handle(worker_task::Drain& task)
{
    m_drainDeadline = m_context.clock.steadyNow() + task.timeout;
    m_frontDesk.beginDrain();
    m_clients.sayGoodbye();
    finishDrainIfEmpty(m_context.clock.steadyNow());
}

void Worker::tick()
{
    const SteadyTime now = m_context.clock.steadyNow();
    m_clients.tick(now);
    m_xsocketsDelivery.tick(now);
    m_frontDesk.tick(now);
    m_dispatcher.checkDeadlines(now);
    if (m_capture.wantsIntroduction(static_cast<size_t>(m_clients.members().size()))) {
        m_clients.introduceAll();
    }
    report(m_reportsTraffic);
    finishDrainIfEmpty(now);
}

void Worker::report(bool withTraffic)
{
    m_clients.sumTraffic(m_counters);
    std::vector<link::ClientTraffic> traffic;
    if (withTraffic) {
        traffic = m_clients.takeTraffic();
    }
    if (m_counters == m_reported && traffic.empty()) {
        return;
    }
    m_reported = m_counters;
    m_context.mailboxes.hub.post(hub_task::Report{
        m_context.index, std::make_shared<const WorkerCounters>(m_counters), std::move(traffic)});
}

void Worker::finishDrainIfEmpty(SteadyTime now)
{
    if (!m_drainDeadline || m_drained) {
        return;
    }
    const bool isLate = now >= *m_drainDeadline;
    if (isLate) {
        m_clients.abortAll(EndReason::Shutdown);
    }
    ConsoleDesk& consoles = m_frontDesk.consoles();
    if (m_clients.isEmpty() && (isLate || !m_frontDesk.isBusy())) {
        consoles.sayGoodbye(); // last: they saw the others go
        if (isLate) {
            consoles.abortAll();
        } else if (!consoles.isEmpty()) {
            return;
        }
        m_drained = true;
        m_frontDesk.closeAll();
        report(m_reportsTraffic);
        m_context.mailboxes.hub.post(hub_task::Drained{});
    }
}

} // namespace signalbox::broker
