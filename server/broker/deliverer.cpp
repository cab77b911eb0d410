// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/deliverer.h"

#include "server/broker/frame_translator.h"
#include "server/core/prefetch.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace signalbox::broker {

namespace {

/// A turn that gathers more than this is written at once, lest a long burst fill the queues of clients that
/// do read. The first is for memory alone: 12 bytes each.
constexpr size_t maxNotesPerTurn = 262'144;
constexpr size_t maxMessagesPerTurn = 32;
constexpr qint64 maxBytesPerTurn = 64 * 1024;

constexpr quint32 noNote = std::numeric_limits<quint32>::max();
/// What is translated is recorded when it leaves.
constexpr MessageForms::Form leavesLater = std::numeric_limits<MessageForms::Form>::max();

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
    m_places.resize(m_clients.members().slotBound(), 0);
    const auto part = static_cast<quint32>(m_parts.size());
    for (const routing::MemberSlot slot : m_reached) {
        note(slot, {part, m_resolver.recipientOf(slot), noNote});
    }
    const bool isItemised = message->detail || m_context.capture.isEnabled();
    m_parts.push_back({MessageForms(std::move(message)), isItemised});
    if (isItemised) {
        m_parts.back().deliveries.reserve(m_reached.size());
        m_parts.back().leftAs.reserve(m_reached.size());
    }
    if (m_notes.size() >= maxNotesPerTurn || m_parts.size() >= maxMessagesPerTurn) {
        finishTurn();
    }
}

void Deliverer::note(routing::MemberSlot slot, const Note& note)
{
    const auto index = static_cast<quint32>(m_notes.size());
    m_notes.push_back(note);
    quint32& place = m_places[slot];
    if (place == 0) {
        m_addressees.push_back({&m_clients.at(slot), slot, index, index});
        place = static_cast<quint32>(m_addressees.size());
        return;
    }
    Addressee& addressee = m_addressees[place - 1];
    m_notes[std::exchange(addressee.lastNote, index)].next = index;
}

void Deliverer::finishTurn()
{
    if (m_parts.empty()) {
        return;
    }
    for (size_t i = 0; i < m_addressees.size(); ++i) {
        prefetchBehind(i);
        m_places[m_addressees[i].slot] = 0;
        deliverTo(m_addressees[i]);
    }
    const WallTime now = m_context.clock.wallNow();
    measureDelays(now);
    for (Part& part : m_parts) {
        report(part, now);
    }
    m_confirms = false;
    m_parts.clear();
    m_notes.clear();
    m_addressees.clear();
    m_turnBytes = 0;
}

/// While the system writes for this client, the memory of the next ones comes nearer, one step for each: who
/// it is says where its connection lies, and that where its stream does.
void Deliverer::prefetchBehind(size_t addressee) const
{
    const size_t count = m_addressees.size();
    if (addressee + 3 < count) {
        prefetch(m_addressees[addressee + 3].session);
        m_addressees[addressee + 2].session->connection().prefetch();
        m_addressees[addressee + 1].session->connection().prefetchStream();
    }
}

void Deliverer::deliverTo(const Addressee& addressee)
{
    Session& session = *addressee.session;
    m_attempts.clear();
    for (quint32 at = addressee.firstNote; at != noNote; at = m_notes[at].next) {
        m_attempts.push_back(attempt(session, m_notes[at]));
    }
    // A client that a later message found slow: its queue was thrown away.
    const bool isLost = !session.connection().isOpen();
    if (m_confirms) {
        expectConfirmations(session, isLost);
    }
    if (session.connection().hasQueued()) {
        session.connection().flush();
    }
    for (const Attempt& attempt : m_attempts) {
        settle(session, attempt, isLost);
    }
}

Deliverer::Attempt Deliverer::attempt(Session& session, const Note& note)
{
    Attempt attempt;
    attempt.part = &m_parts[note.part];
    const QByteArray& frame = attempt.part->forms.frameFor(session, note.recipient, attempt.form);
    attempt.outcome = session.sendMessage(frame);
    if (FrameTranslator* const translator = session.translator()) {
        translator->noteMessage(session, frame, attempt.part->forms.message());
    }
    attempt.endByte = session.connection().queuedUpTo();
    return attempt;
}

/// One ping behind all messages of the turn confirms each of them.
void Deliverer::expectConfirmations(Session& session, bool isLost)
{
    if (isLost || session.translator() != nullptr) {
        return;
    }
    bool isExpected = false;
    for (const Attempt& attempt : m_attempts) {
        const RoutedMessage& message = attempt.part->forms.message();
        if (message.confirm && attempt.outcome == transport::Connection::SendOutcome::Accepted) {
            m_clients.confirmer().expect(session, message);
            isExpected = true;
        }
    }
    if (isExpected) {
        m_clients.confirmer().ping(session);
    }
}

DeliveryState Deliverer::stateOf(Session& session, const Attempt& attempt, bool isLost)
{
    const transport::Connection& connection = session.connection();
    switch (attempt.outcome) {
    case transport::Connection::SendOutcome::Accepted:
        if (isLost) {
            return DeliveryState::DroppedSlow;
        }
        return session.translator() == nullptr &&
                       (connection.queuedBytes() == 0 || connection.takenBytes() >= attempt.endByte)
                   ? DeliveryState::Sent
                   : DeliveryState::Queued;
    case transport::Connection::SendOutcome::OverLimit:
        return DeliveryState::DroppedSlow;
    case transport::Connection::SendOutcome::Closing:
        return DeliveryState::DroppedClosing;
    }
    Q_UNREACHABLE();
}

void Deliverer::settle(Session& session, const Attempt& attempt, bool isLost)
{
    Part& part = *attempt.part;
    const DeliveryState state = stateOf(session, attempt, isLost);
    const bool isTranslated = session.translator() != nullptr;
    part.counts.add(state);
    if (isLost && attempt.outcome == transport::Connection::SendOutcome::Accepted) {
        ++part.lost;
    }
    if (state == DeliveryState::Queued && !isTranslated) {
        m_clients.queueWatch().queued(session, part.forms.message(), attempt.endByte);
    }
    if (part.isItemised) {
        part.deliveries.push_back({session.id(), state, session.connection().queuedBytes()});
        part.leftAs.push_back(isTranslated ? leavesLater : attempt.form);
    }
}

void Deliverer::measureDelays(WallTime now)
{
    for (const Part& part : m_parts) {
        if (part.counts.recipients > 0) {
            m_context.counters.measured.deliveryDelay.observe(
                microsecondsOf(now - part.forms.message().time));
        }
    }
}

void Deliverer::report(Part& part, WallTime now)
{
    m_context.counters.deliveries += static_cast<quint64>(part.counts.sent + part.counts.queued);
    m_context.counters.deliveriesDropped += static_cast<quint64>(part.counts.dropped - part.lost);
    capture(part, now);
    const RoutedMessage& message = part.forms.message();
    if (!message.answerTo) {
        return;
    }
    Outcome outcome{message.id, part.counts,
                    message.detail ? std::move(part.deliveries) : std::vector<Delivery>()};
    if (message.answerTo->isHub()) {
        m_context.mailboxes.hub.post(hub_task::Join{std::move(outcome)});
    } else {
        m_context.mailboxes.workers[static_cast<size_t>(message.answerTo->index)]->post(
            worker_task::Join{std::move(outcome)});
    }
}

/// One record for each form that left: what was on the wire to each client can be shown.
void Deliverer::capture(const Part& part, WallTime now)
{
    if (!m_context.capture.isEnabled()) {
        return;
    }
    if (part.forms.isOneForm()) {
        captureForm(now, part, MessageForms::asItIs, part.deliveries);
        return;
    }
    m_byForm.resize(part.leftAs.size());
    std::iota(m_byForm.begin(), m_byForm.end(), 0U);
    const auto formOf = [&part](quint32 delivery) { return part.leftAs[delivery]; };
    std::ranges::stable_sort(m_byForm, {}, formOf);
    for (size_t i = 0; i < m_byForm.size() && formOf(m_byForm[i]) != leavesLater;) {
        const Form form = formOf(m_byForm[i]);
        m_sameForm.clear();
        for (; i < m_byForm.size() && formOf(m_byForm[i]) == form; ++i) {
            m_sameForm.push_back(part.deliveries[m_byForm[i]]);
        }
        captureForm(now, part, form, m_sameForm);
    }
}

/// Those that left in this form.
void Deliverer::captureForm(WallTime now, const Part& part, Form form, std::span<const Delivery> deliveries)
{
    const RoutedMessage& message = part.forms.message();
    if (form == MessageForms::asItIs && !message.xsockets) {
        m_context.capture.recordDeliveries(now, message.id, message.header, message.payload, deliveries);
    } else if (form == MessageForms::asItIs) {
        m_context.capture.recordEncodedDeliveries(now, message.id, message.header, message.payloadBytes(),
                                                  deliveries);
    } else {
        const EncodedMessage& left = part.forms.encoded(form);
        m_context.capture.recordEncodedDeliveries(now, message.id, left.header, left.payloadBytes(),
                                                  deliveries);
    }
}

} // namespace signalbox::broker
