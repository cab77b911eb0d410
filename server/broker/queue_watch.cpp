// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/queue_watch.h"

namespace signalbox::broker {

QueueWatch::QueueWatch(WorkerContext& context, Confirmer& confirmer)
    : m_context(context)
    , m_confirmer(confirmer)
{
}

void QueueWatch::queued(Session& session, const RoutedMessage& message, quint64 endByte)
{
    if (!message.confirm && !m_context.capture.isEnabled()) {
        return; // nobody would hear of it
    }
    QueuedDeliveries& waiting = session.queuedDeliveries();
    if (waiting.isEmpty()) {
        session.connection().watchTaken(endByte);
    }
    waiting.add({message.id, endByte, message.confirm, message.sentAt});
}

void QueueWatch::bytesTaken(Session& session)
{
    QueuedDeliveries& waiting = session.queuedDeliveries();
    for (const QueuedDeliveries::Entry& entry : waiting.takeUpTo(session.connection().takenBytes())) {
        settle(session, entry, DeliveryState::Sent);
        if (entry.confirm) {
            m_confirmer.taken(session, entry.message, entry.sentAt);
        }
    }
    if (!waiting.isEmpty()) {
        session.connection().watchTaken(waiting.firstEnd());
    }
}

void QueueWatch::ended(Session& session, EndReason reason)
{
    const DeliveryState state =
        reason == EndReason::SlowClient ? DeliveryState::DroppedSlow : DeliveryState::DroppedClosing;
    for (const QueuedDeliveries::Entry& entry : session.queuedDeliveries().takeAll()) {
        settle(session, entry, state);
    }
}

void QueueWatch::settle(const Session& session, const QueuedDeliveries::Entry& entry, DeliveryState state)
{
    if (!m_context.capture.isEnabled()) {
        return;
    }
    if (m_settled.empty()) { // what else happens until then goes along
        m_context.mailboxes.workers[static_cast<size_t>(m_context.index)]->post(
            worker_task::ReportProgress{});
    }
    const auto place = m_places.constFind(entry.message);
    if (place != m_places.cend()) {
        m_settled[*place].deliveries.push_back({session.id(), state, 0});
        return;
    }
    m_places.insert(entry.message, m_settled.size());
    m_settled.push_back({entry.message, {{session.id(), state, 0}}});
}

void QueueWatch::report()
{
    const WallTime now = m_context.clock.wallNow();
    for (const Settled& settled : m_settled) {
        m_context.capture.recordSettled(now, settled.message, settled.deliveries);
    }
    m_settled.clear();
    m_places.clear();
}

} // namespace signalbox::broker
