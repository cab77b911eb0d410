// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/confirmer.h"

#include <algorithm>

namespace signalbox::broker {

Confirmer::Confirmer(WorkerContext& context)
    : m_context(context)
{
}

void Confirmer::expect(Session& session, const RoutedMessage& message)
{
    session.makeConfirmations().expect(message.id, message.sentAt);
}

void Confirmer::ping(Session& session)
{
    Confirmations* const confirmations = session.confirmations();
    if (confirmations != nullptr && confirmations->wantsPing() && session.connection().isOpen()) {
        confirmations->pinged(session.connection().ping());
    }
}

void Confirmer::pingAnswered(Session& session, quint64 number)
{
    if (Confirmations* const confirmations = session.confirmations()) {
        note(session, confirmations->answered(number), link::DeliveryStage::Confirmed);
        if (confirmations->wantsPing()) { // these had waited for room
            ping(session);
            session.connection().flush();
        }
    }
}

void Confirmer::taken(const Session& session, MessageId message, SteadyTime sentAt)
{
    note(session, {{message, sentAt}}, link::DeliveryStage::Sent);
}

void Confirmer::ended(Session& session)
{
    if (Confirmations* const confirmations = session.confirmations()) {
        note(session, confirmations->takeAll(), link::DeliveryStage::Lost);
    }
}

void Confirmer::note(const Session& session, const std::vector<Confirmations::Expected>& messages,
                     link::DeliveryStage stage)
{
    if (messages.empty()) {
        return;
    }
    if (m_gathered.empty()) { // what else happens until then goes along
        m_context.mailboxes.workers[static_cast<size_t>(m_context.index)]->post(
            worker_task::ReportProgress{});
    }
    const SteadyTime now = m_context.clock.steadyNow();
    for (const Confirmations::Expected& message : messages) {
        auto found = std::find_if(m_gathered.rbegin(), m_gathered.rend(), [&](const auto& progressed) {
            return progressed.message == message.message;
        });
        auto& progressed = found != m_gathered.rend()
                               ? *found
                               : m_gathered.emplace_back(link::DeliveriesProgressed{message.message, {}});
        progressed.progress.push_back(
            {session.id(), stage,
             std::chrono::duration_cast<std::chrono::microseconds>(now - message.sentAt)});
    }
}

void Confirmer::report()
{
    if (!m_gathered.empty()) {
        m_context.mailboxes.hub.post(hub_task::Progress{std::exchange(m_gathered, {})});
    }
}

} // namespace signalbox::broker
