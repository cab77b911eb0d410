// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/message_sender.h"

#include "ui/format/numbers.h"
#include "ui/format/routing_words.h"
#include "ui/models/command_sender.h"
#include "ui/models/draft_command.h"
#include "ui/models/receipts_model.h"
#include "ui/models/sent_history.h"
#include "ui/models/variables.h"

namespace signalbox::ui {

using namespace std::chrono_literals;

MessageSender::MessageSender(Parts parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_hold(parts.clock)
    , m_schedule(parts.clock)
{
    connect(&m_hold, &SendSchedule::due, this, &MessageSender::begin);
    connect(&m_schedule, &SendSchedule::due, this, &MessageSender::sendOne);
    for (SendSchedule* schedule : {&m_hold, &m_schedule}) {
        connect(schedule, &SendSchedule::changed, this, &MessageSender::changed);
    }
}

void MessageSender::send(const Draft& draft, qint64 reached, const SendSchedule::Plan& plan)
{
    if (state() != State::Idle) {
        return;
    }
    m_draft = draft;
    m_plan = plan;
    m_reached = reached;
    const WallTime holdEnd = m_parts.clock.wallNow() + holdTime;
    if (m_isHoldEnabled && reached >= holdFrom && plan.startAt < holdEnd) {
        m_hold.start({1, 1s, holdEnd});
    } else {
        begin();
    }
}

void MessageSender::sendNow()
{
    if (m_hold.isRunning()) {
        m_hold.cancel();
        begin();
    }
}

void MessageSender::begin()
{
    if (m_again) {
        note(*std::exchange(m_again, std::nullopt));
        return;
    }
    const Result<void> kept = m_parts.history.add({m_parts.clock.wallNow(), m_draft});
    if (!kept) {
        Q_EMIT failed(kept.error().message);
    }
    m_schedule.start(m_plan);
}

void MessageSender::sendOne(int number)
{
    const WallTime now = m_parts.clock.wallNow();
    const Result<link::Command> command =
        commandOf(filledIn(m_draft, {now, static_cast<quint64>(number), nullptr}));
    if (!command) { // a variable made it so
        cancel();
        Q_EMIT failed(tr("Not sent: %1").arg(command.error().message));
        return;
    }
    ReceiptRecord record;
    record.draft = m_draft;
    record.sent = *command;
    record.to = recipientsText(m_draft.recipients);
    note(std::move(record));
}

void MessageSender::sendAgain(const ReceiptRecord& record)
{
    const bool isHeld = m_isHoldEnabled && record.counts.recipients >= holdFrom;
    if (!record.sent || (isHeld && state() != State::Idle)) {
        return;
    }
    ReceiptRecord again;
    again.draft = record.draft;
    again.sent = record.sent;
    again.to = record.to;
    if (isHeld) {
        m_again = std::move(again);
        m_reached = record.counts.recipients;
        m_hold.start({1, 1s, m_parts.clock.wallNow() + holdTime});
    } else {
        note(std::move(again));
    }
}

void MessageSender::note(ReceiptRecord record)
{
    record.time = m_parts.clock.wallNow();
    record.command = m_parts.commands.send(*record.sent, this,
                                           [this](const link::CommandAnswer& answer) { answered(answer); });
    m_parts.receipts.sent(std::move(record));
    Q_EMIT sent();
}

void MessageSender::answered(const link::CommandAnswer& answer)
{
    m_parts.receipts.answered(answer);
    const auto* error = std::get_if<Error>(&answer.result);
    if (error == nullptr) {
        return;
    }
    if (!m_schedule.isRunning()) {
        Q_EMIT failed(tr("Refused: %1").arg(error->message));
    } else {
        const QString done = countText(static_cast<qint64>(m_schedule.done()));
        cancel();
        Q_EMIT failed(tr("Stopped after %1 of %2: %3")
                          .arg(done, countText(static_cast<qint64>(m_plan.count)), error->message));
    }
}

bool MessageSender::cancel()
{
    const bool isBusy = state() != State::Idle;
    m_again.reset();
    m_hold.cancel();
    m_schedule.cancel();
    return isBusy;
}

MessageSender::State MessageSender::state() const
{
    if (m_hold.isRunning()) {
        return State::Holding;
    }
    if (!m_schedule.isRunning()) {
        return State::Idle;
    }
    return m_schedule.done() == 0 ? State::Waiting : State::Repeating;
}

std::chrono::milliseconds MessageSender::untilNext() const
{
    return m_hold.isRunning() ? m_hold.untilNext() : m_schedule.untilNext();
}

} // namespace signalbox::ui
