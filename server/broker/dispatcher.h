// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/receipt_joiner.h"
#include "server/broker/tasks.h"
#include "server/core/clock.h"

#include <atomic>
#include <functional>

namespace signalbox::broker {

/// Sends a message to every worker and joins what they answer into a receipt. Each worker has one for the
/// messages that came in over its connections, the hub has one for the operator's.
///
/// Every worker gets every message through its mailbox, the sender's own worker too, so that the messages of
/// one sender arrive everywhere in the order sent.
///
/// Thread: its owner's.
class Dispatcher final {
public:
    using Answer = ReceiptJoiner::Answer;
    /// Asks for the words that explain why a message reached nobody; hintFound() brings them.
    using AskHint = std::function<void(MessageId message, const Recipients& recipients)>;

    Dispatcher(Originator self, Mailboxes& mailboxes, std::atomic<quint64>& lastMessage, const Clock& clock,
               AskHint askHint);

    /// The id for the next message. Ids are unique in the process and ascend with time.
    [[nodiscard]] MessageId nextMessage()
    {
        return MessageId(m_lastMessage.fetch_add(1, std::memory_order_relaxed) + 1);
    }

    /// Posts the message; nobody hears of its outcome.
    void dispatch(RoutedMessage&& message);
    /// Posts the message; `answer` gets the receipt when every worker has answered, or after a second.
    void dispatch(RoutedMessage&& message, Answer answer);

    /// Whether the receipt of the message has not been given yet.
    [[nodiscard]] bool awaits(MessageId message) const { return m_joiner.awaits(message); }
    void outcomeArrived(Outcome outcome) { m_joiner.outcomeArrived(std::move(outcome)); }
    void hintFound(MessageId message, const QString& words) { m_joiner.hintFound(message, words); }
    /// Answers what has waited for a second.
    void checkDeadlines(SteadyTime now) { m_joiner.checkDeadlines(now); }

private:
    Originator m_self;
    Mailboxes& m_mailboxes;
    std::atomic<quint64>& m_lastMessage;
    const Clock& m_clock;
    ReceiptJoiner m_joiner;
};

} // namespace signalbox::broker
