// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/webhook_actor.h"

#include "server/broker/log_lines.h"

namespace signalbox::broker {

WebhookActor::WebhookActor(const Settings& settings, const Clock& clock, Mailboxes& mailboxes)
    : m_settings(settings)
    , m_clock(clock)
    , m_mailboxes(mailboxes)
    , m_sender(settings.webhook, clock,
               {[this](const webhook::CallRecord& record) { ended(record); },
                [this](const webhook::CallRecord& record) {
                    if (m_captures) {
                        tellHub(record);
                    }
                },
                [this](bool open) { circuitChanged(open); },
                [this] { m_mailboxes.hub.post(hub_task::WebhookDrained{}); }})
{
    m_mailboxes.webhook.setReader([this](std::vector<WebhookTask>&& tasks) { handle(std::move(tasks)); });
}

WebhookActor::~WebhookActor()
{
    m_mailboxes.webhook.setReader(nullptr);
}

void WebhookActor::handle(std::vector<WebhookTask>&& tasks)
{
    for (WebhookTask& task : tasks) {
        if (auto* const submit = std::get_if<webhook_task::Submit>(&task)) {
            m_sender.submit(std::move(submit->call));
        } else if (const auto* const capture = std::get_if<webhook_task::SetCapture>(&task)) {
            m_captures = capture->wanted;
            m_sender.keepAnswers(m_captures);
        } else {
            m_sender.beginDrain(std::get<webhook_task::Drain>(task).deadline);
        }
    }
}

void WebhookActor::ended(const webhook::CallRecord& record)
{
    tellHub(record); // first: whoever hears of it finds it counted
    if (record.error) {
        if (record.outcome == webhook::CallRecord::Outcome::NoRoom) {
            noRoom(record);
        } else {
            qCWarning(logWebhook).noquote() << webhookLine(record);
        }
        m_mailboxes.workers[static_cast<size_t>(record.call.worker)]->post(
            worker_task::TellClient{record.call.client, *record.error});
    } else {
        qCDebug(logWebhook).noquote() << webhookLine(record);
    }
}

void WebhookActor::tellHub(const webhook::CallRecord& record)
{
    m_mailboxes.hub.post(
        hub_task::WebhookCalled{record, m_captures ? m_sender.requestText(record.call) : QByteArray()});
}

/// One line a second for a flood, not one for each.
void WebhookActor::noRoom(const webhook::CallRecord& record)
{
    ++m_noRoom;
    const SteadyTime now = m_clock.steadyNow();
    if (m_lastNoRoomLine && now - *m_lastNoRoomLine < std::chrono::seconds(1)) {
        return;
    }
    m_lastNoRoomLine = now;
    qCWarning(logWebhook).noquote()
        << webhookLine(record) +
               QStringLiteral("; refused since the last such line: %1").arg(std::exchange(m_noRoom, 0));
}

void WebhookActor::circuitChanged(bool open) const
{
    if (open) {
        qCWarning(logWebhook).noquote()
            << QStringLiteral(
                   "the application does not answer: no calls for %1 s (webhook.breaker_pause); %2 wait")
                   .arg(static_cast<double>(m_settings.webhook.breakerPause.count()) / 1000)
                   .arg(m_sender.waiting());
    } else {
        qCInfo(logWebhook).noquote()
            << QStringLiteral("the application answers again; %1 calls wait").arg(m_sender.waiting());
    }
}

} // namespace signalbox::broker
