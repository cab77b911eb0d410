// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/deliverer.h"

namespace signalbox::broker {

namespace {

/// A turn that gathers more than this is written at once, lest a long burst fill the queues of clients that
/// do read.
constexpr size_t maxAttemptsPerTurn = 4096;
constexpr size_t maxMessagesPerTurn = 32;
constexpr qint64 maxBytesPerTurn = 64 * 1024;

} // namespace

Deliverer::Deliverer(WorkerContext& context, ClientTable& clients)
    : m_context(context)
    , m_clients(clients)
{
}

/// A turn never gathers more than the queue of a client that reads could hold.
bool Deliverer::hasRoomFor(const RoutedMessage& message) const
{
    return m_parts.empty() || m_turnBytes + message.frame.size() <=
                                  std::min(maxBytesPerTurn, m_context.settings.limits.maxQueueBytes);
}

void Deliverer::deliver(RoutedMessagePointer message)
{
    if (!hasRoomFor(*message)) {
        finishTurn();
    }
    m_turnBytes += message->frame.size();
    m_confirms = m_confirms || message->confirm;
    m_reached.clear();
    m_resolver.reach(message->recipients, m_clients.members(), m_reached);
    const size_t begin = m_attempts.size();
    for (const routing::MemberSlot slot : m_reached) {
        Session& session = m_clients.at(slot);
        m_attempts.push_back({&session, transport::Connection::SendOutcome::Closing});
    }
    // In a second pass: a client that is found slow here ends, and must not change what was resolved.
    for (size_t i = begin; i < m_attempts.size(); ++i) {
        m_attempts[i].outcome = m_attempts[i].session->sendMessage(message->frame);
    }
    m_parts.push_back({std::move(message), begin});
    if (m_attempts.size() >= maxAttemptsPerTurn || m_parts.size() >= maxMessagesPerTurn) {
        finishTurn();
    }
}

void Deliverer::finishTurn()
{
    for (Attempt& attempt : m_attempts) {
        // A client that a later message of the turn found slow: its queue was thrown away.
        attempt.lost = attempt.outcome == transport::Connection::SendOutcome::Accepted &&
                       !attempt.session->connection().isOpen();
    }
    if (m_confirms) {
        expectConfirmations();
    }
    for (const Attempt& attempt : m_attempts) {
        attempt.session->connection().flush(); // a second flush of the same client finds nothing to do
    }
    if (m_confirms) {
        noteWhatWaits();
    }
    for (size_t i = 0; i < m_parts.size(); ++i) {
        report(*m_parts[i].message, attemptsOf(i));
    }
    m_confirms = false;
    m_parts.clear();
    m_attempts.clear();
    m_turnBytes = 0;
}

std::span<const Deliverer::Attempt> Deliverer::attemptsOf(size_t part) const
{
    const size_t begin = m_parts[part].begin;
    const size_t end = part + 1 < m_parts.size() ? m_parts[part + 1].begin : m_attempts.size();
    return std::span(m_attempts).subspan(begin, end - begin);
}

template <typename Visit>
void Deliverer::visitConfirming(Visit visit)
{
    for (size_t i = 0; i < m_parts.size(); ++i) {
        if (!m_parts[i].message->confirm) {
            continue;
        }
        for (const Attempt& attempt : attemptsOf(i)) {
            if (attempt.outcome == transport::Connection::SendOutcome::Accepted && !attempt.lost) {
                visit(*attempt.session, *m_parts[i].message);
            }
        }
    }
}

/// One ping behind all messages of the turn confirms each of them.
void Deliverer::expectConfirmations()
{
    visitConfirming([this](Session& session, const RoutedMessage& message) {
        m_clients.confirmer().expect(session, message);
    });
    visitConfirming(
        [this](Session& session, const RoutedMessage& /*message*/) { m_clients.confirmer().ping(session); });
}

void Deliverer::noteWhatWaits()
{
    visitConfirming(
        [this](Session& session, const RoutedMessage& /*message*/) { m_clients.confirmer().left(session); });
}

Delivery Deliverer::deliveryOf(const Attempt& attempt)
{
    Delivery delivery;
    delivery.client = attempt.session->id();
    delivery.queuedBytes = attempt.session->connection().queuedBytes();
    if (attempt.lost) {
        delivery.state = DeliveryState::DroppedSlow;
        return delivery;
    }
    switch (attempt.outcome) {
    case transport::Connection::SendOutcome::Accepted:
        delivery.state = delivery.queuedBytes == 0 ? DeliveryState::Sent : DeliveryState::Queued;
        break;
    case transport::Connection::SendOutcome::OverLimit:
        delivery.state = DeliveryState::DroppedSlow;
        break;
    case transport::Connection::SendOutcome::Closing:
        delivery.state = DeliveryState::DroppedClosing;
        break;
    }
    return delivery;
}

void Deliverer::report(const RoutedMessage& message, std::span<const Attempt> attempts)
{
    m_deliveries.clear();
    DeliveryCounts counts;
    qint64 lost = 0; // these are counted as dropped when their connection ends
    for (const Attempt& attempt : attempts) {
        m_deliveries.push_back(deliveryOf(attempt));
        counts.add(m_deliveries.back().state);
        lost += attempt.lost ? 1 : 0;
    }
    m_context.counters.deliveries += static_cast<quint64>(counts.sent + counts.queued);
    m_context.counters.deliveriesDropped += static_cast<quint64>(counts.dropped - lost);
    if (!m_deliveries.empty()) {
        m_context.capture.recordDeliveries(m_context.clock.wallNow(), message.id, message.header,
                                           message.payload, m_deliveries);
    }
    if (!message.answerTo) {
        return;
    }
    Outcome outcome{message.id, counts, message.detail ? m_deliveries : std::vector<Delivery>()};
    if (message.answerTo->isHub()) {
        m_context.mailboxes.hub.post(hub_task::Join{std::move(outcome)});
    } else {
        m_context.mailboxes.workers[static_cast<size_t>(message.answerTo->index)]->post(
            worker_task::Join{std::move(outcome)});
    }
}

} // namespace signalbox::broker
