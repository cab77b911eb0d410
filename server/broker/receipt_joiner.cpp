// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/receipt_joiner.h"

namespace signalbox::broker {

namespace {

constexpr std::chrono::seconds answerTimeout{1};

} // namespace

ReceiptJoiner::ReceiptJoiner(AskHint askHint)
    : m_askHint(std::move(askHint))
{
}

void ReceiptJoiner::expect(MessageId message, int workers, Recipients recipients, SteadyTime now,
                           Answer answer)
{
    Receipt receipt;
    receipt.message = message;
    receipt.pendingWorkers = workers;
    m_waiting.insert(message,
                     {std::move(receipt), std::move(recipients), now + answerTimeout, std::move(answer)});
}

void ReceiptJoiner::outcomeArrived(Outcome outcome)
{
    const auto found = m_waiting.find(outcome.message);
    if (found == m_waiting.end()) {
        return; // it was answered without this worker, after the second
    }
    Receipt& receipt = found->receipt;
    receipt.counts += outcome.counts;
    receipt.deliveries.insert(receipt.deliveries.end(), outcome.deliveries.begin(), outcome.deliveries.end());
    if (--receipt.pendingWorkers > 0) {
        return;
    }
    if (receipt.counts.recipients == 0) {
        m_askHint(outcome.message, found->recipients);
    } else {
        finish(outcome.message);
    }
}

void ReceiptJoiner::hintFound(MessageId message, const QString& words)
{
    const auto found = m_waiting.find(message);
    if (found != m_waiting.end()) {
        found->receipt.hint = words;
        finish(message);
    }
}

void ReceiptJoiner::checkDeadlines(SteadyTime now)
{
    QList<MessageId> late;
    for (const auto& [message, waiting] : m_waiting.asKeyValueRange()) {
        if (now >= waiting.deadline) {
            late.append(message);
        }
    }
    for (const MessageId message : late) {
        finish(message);
    }
}

void ReceiptJoiner::finish(MessageId message)
{
    const Waiting waiting = m_waiting.take(message); // out of the table first: the answer may dispatch again
    waiting.answer(waiting.receipt);
}

} // namespace signalbox::broker
