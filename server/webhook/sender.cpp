// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/webhook/sender.h"

#include <QtCore/QRandomGenerator>

#include <algorithm>

namespace signalbox::webhook {

namespace {

Error noRoom(CallQueues::Pushed pushed)
{
    if (pushed == CallQueues::Pushed::ClientQueueFull) {
        return {"webhook.client_queue_full",
                QStringLiteral("The application is behind: as many messages of this client wait for it as "
                               "webhook.max_queue_per_client allows. Send again later.")};
    }
    return {
        "webhook.queue_full",
        QStringLiteral("The application is behind: as many messages wait for it as webhook.max_queue allows. "
                       "Send again later.")};
}

} // namespace

Sender::Sender(const WebhookSettings& settings, const Clock& clock, Listener listener,
               RetrySchedule::Chance chance)
    : m_clock(clock)
    , m_listener(std::move(listener))
    , m_caller(QUrl::fromEncoded(settings.url), settings.timeout, settings.parallel,
               QString::fromUtf8(settings.caFile))
    , m_queues({settings.maxQueueBytes, settings.maxQueuePerClientBytes})
    , m_schedule({settings.retries, settings.retryDelay, settings.maxRetryDelay}, std::move(chance))
    , m_breaker(settings.breakerFailures, settings.breakerPause)
{
    m_wakeUp.setSingleShot(true);
    m_wakeUp.setTimerType(Qt::PreciseTimer);
    connect(&m_wakeUp, &QTimer::timeout, this, &Sender::startDue);
}

Sender::~Sender()
{
    m_caller.abortAll();
}

double Sender::randomShare()
{
    return QRandomGenerator::global()->generateDouble();
}

void Sender::submit(Call call)
{
    const CallQueues::Pushed pushed = m_queues.push(call);
    if (pushed == CallQueues::Pushed::Queued) {
        startDue();
        return;
    }
    m_listener.ended(
        {std::move(call), CallRecord::Outcome::NoRoom, {}, noRoom(pushed), m_clock.wallNow(), {}});
}

void Sender::startDue()
{
    const SteadyTime now = m_clock.steadyNow();
    if (m_drainDeadline && now >= *m_drainDeadline) {
        giveUpAll();
        return;
    }
    while (m_caller.hasRoom() && m_queues.hasDue(now) && m_breaker.allows(now)) {
        start(now);
    }
    scheduleWakeUp(now);
}

void Sender::start(SteadyTime now)
{
    m_breaker.callBegins();
    const Call& call = m_queues.start(now);
    m_caller.post(call, [this, client = call.client, began = m_clock.wallNow(), now](const Answer& answer) {
        answered(client, answer, began, now);
    });
}

void Sender::answered(ClientId client, const Answer& answer, WallTime began, SteadyTime since)
{
    note(answer);
    CallRecord record{m_queues.running(client), CallRecord::Outcome::Taken, answer, std::nullopt, began, {}};
    record.took = std::chrono::duration_cast<std::chrono::microseconds>(m_clock.steadyNow() - since);
    const Verdict verdict = answer.verdict();
    if (verdict != Verdict::Taken) {
        record.error = answer.error();
    }
    if (verdict == Verdict::Again && willRetry(client, answer)) {
        record.outcome = CallRecord::Outcome::Retried;
        m_listener.retried(record);
    } else {
        record.outcome = record.error ? CallRecord::Outcome::Failed : CallRecord::Outcome::Taken;
        m_queues.finish(client);
        m_listener.ended(record);
    }
    startDue();
    finishDrainIfEmpty();
}

bool Sender::willRetry(ClientId client, const Answer& answer)
{
    const auto delay =
        m_schedule.delayAfter(m_queues.running(client).attempts, answer.wantedDelay(m_clock.wallNow()));
    if (delay) {
        m_queues.retryAt(client, m_clock.steadyNow() + *delay);
    }
    return delay.has_value();
}

/// A refusal is an answer, too: the application lives.
void Sender::note(const Answer& answer)
{
    const bool failed = answer.verdict() == Verdict::Again;
    const bool changed = failed ? m_breaker.callFailed(m_clock.steadyNow()) : m_breaker.callSucceeded();
    if (changed) {
        m_listener.circuitChanged(failed);
    }
}

void Sender::scheduleWakeUp(SteadyTime now)
{
    std::optional<SteadyTime> next = m_queues.hasDue(now) ? std::nullopt : m_queues.nextDue();
    if (const auto open = m_breaker.opensUntil(); open && !m_queues.isEmpty()) {
        next = std::max(next.value_or(*open), *open);
    }
    if (m_drainDeadline) {
        next = std::min(next.value_or(*m_drainDeadline), *m_drainDeadline);
    }
    if (!next) {
        m_wakeUp.stop();
        return;
    }
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*next - now);
    m_wakeUp.start(std::max(wait, std::chrono::milliseconds(0)));
}

void Sender::beginDrain(SteadyTime deadline)
{
    m_drainDeadline = deadline;
    startDue();
    finishDrainIfEmpty();
}

void Sender::giveUpAll()
{
    m_wakeUp.stop();
    m_caller.abortAll();
    const Error stopped{"webhook.stopped",
                        QStringLiteral("The broker stopped before the application had taken the message.")};
    for (Call& call : m_queues.takeAll()) {
        m_listener.ended({std::move(call), CallRecord::Outcome::Stopped, {}, stopped, m_clock.wallNow(), {}});
    }
    finishDrainIfEmpty();
}

void Sender::finishDrainIfEmpty()
{
    if (m_drainDeadline && m_queues.isEmpty() && !std::exchange(m_drained, true)) {
        m_wakeUp.stop();
        m_listener.drained();
    }
}

} // namespace signalbox::webhook
