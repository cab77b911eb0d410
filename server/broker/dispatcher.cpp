// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/dispatcher.h"

namespace signalbox::broker {

Dispatcher::Dispatcher(Originator self, Mailboxes& mailboxes, std::atomic<quint64>& lastMessage,
                       const Clock& clock, AskHint askHint)
    : m_self(self)
    , m_mailboxes(mailboxes)
    , m_lastMessage(lastMessage)
    , m_clock(clock)
    , m_joiner(std::move(askHint))
{
}

void Dispatcher::dispatch(RoutedMessage&& message)
{
    const auto shared = std::make_shared<const RoutedMessage>(std::move(message));
    for (const auto& worker : m_mailboxes.workers) {
        worker->post(worker_task::Deliver{shared});
    }
}

void Dispatcher::dispatch(RoutedMessage&& message, Answer answer)
{
    message.answerTo = m_self;
    m_joiner.expect(message.id, static_cast<int>(m_mailboxes.workers.size()), message.recipients,
                    m_clock.steadyNow(), std::move(answer));
    dispatch(std::move(message));
}

} // namespace signalbox::broker
