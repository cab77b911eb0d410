// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/routed_message.h"
#include "server/core/clock.h"
#include "server/core/receipt.h"

#include <QtCore/QHash>

#include <functional>

namespace signalbox::broker {

/// Joins the workers' outcomes of a message into its receipt (PRODUCT section 3): answers when all have
/// reported, or after a second with the number that is still pending. A message that reached nobody is
/// answered with a hint.
///
/// Thread: its owner's.
class ReceiptJoiner final {
public:
    using Answer = std::function<void(Receipt receipt)>;
    using AskHint = std::function<void(MessageId message, const Recipients& recipients)>;

    explicit ReceiptJoiner(AskHint askHint);

    void expect(MessageId message, int workers, Recipients recipients, SteadyTime now, Answer answer);
    [[nodiscard]] bool awaits(MessageId message) const { return m_waiting.contains(message); }
    void outcomeArrived(Outcome outcome);
    void hintFound(MessageId message, const QString& words);
    void checkDeadlines(SteadyTime now);

private:
    struct Waiting {
        Receipt receipt;
        Recipients recipients;
        SteadyTime deadline;
        Answer answer;
    };

    void finish(MessageId message);

    AskHint m_askHint;
    QHash<MessageId, Waiting> m_waiting;
};

} // namespace signalbox::broker
