// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/deliverer.h"

#include "server/broker/frame_translator.h"

#include <algorithm>
#include <numeric>

namespace signalbox::broker {

namespace {

/// A turn that gathers more than this is written at once, lest a long burst fill the queues of clients that
/// do read.
constexpr size_t maxAttemptsPerTurn = 65'536;
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
        m_attempts.push_back({&session, m_resolver.recipientOf(slot)});
    }
    Part part{std::move(message), begin, {}, {}, {}};
    // In a second pass: a client that is found slow here ends, and must not change what was resolved.
    for (size_t i = begin; i < m_attempts.size(); ++i) {
        Attempt& attempt = m_attempts[i];
        const QByteArray& frame = frameFor(attempt, part);
        attempt.outcome = attempt.session->sendMessage(frame);
        if (FrameTranslator* const translator = attempt.session->translator()) {
            translator->noteMessage(*attempt.session, frame, *part.message);
        }
        attempt.endByte = attempt.session->connection().queuedUpTo();
    }
    m_parts.push_back(std::move(part));
    if (m_attempts.size() >= maxAttemptsPerTurn || m_parts.size() >= maxMessagesPerTurn) {
        finishTurn();
    }
}

const QByteArray& Deliverer::frameFor(Attempt& attempt, Part& part)
{
    const Dialect* const encoder = attempt.session->encoder();
    return encoder != nullptr ? encodedFor(*encoder, attempt, part) : part.message->frame;
}

/// Encodes the message once for each form of each dialect, and only when a client that gets it is reached.
const QByteArray& Deliverer::encodedFor(const Dialect& dialect, Attempt& attempt, Part& part)
{
    Session& session = *attempt.session;
    const quint32 form = dialect.formFor(session, *part.message, attempt.recipient);
    quint32& encoding = encodingOf(dialect, form, part);
    if (encoding == asItIs) {
        part.encodings.push_back(dialect.encodeForm(*part.message, form));
        encoding = static_cast<quint32>(part.encodings.size());
    }
    const auto& encoded = part.encodings[encoding - 1];
    if (!encoded) {
        return part.message->frame;
    }
    attempt.form = encoding;
    if (part.message->sequence != 0) {
        if (auto own = session.dialect().encodeFor(session, *part.message, form, *encoded)) {
            attempt.form = ownBit | static_cast<quint32>(part.own.size());
            part.own.push_back(*std::move(own));
            return part.own.back().frame;
        }
    }
    return encoded->frame;
}

/// There are as many dialects as fingers; forms are counted from 0.
quint32& Deliverer::encodingOf(const Dialect& dialect, quint32 form, Part& part)
{
    auto found = std::ranges::find(part.forms, &dialect, &DialectForms::dialect);
    if (found == part.forms.end()) {
        found = part.forms.insert(found, {&dialect, {}});
    }
    if (found->encodings.size() <= form) {
        found->encodings.resize(form + 1, asItIs);
    }
    return found->encodings[form];
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
        if (attempt.session->connection().hasQueued()) { // once for each client
            attempt.session->connection().flush();
        }
    }
    measureDelays();
    for (size_t i = 0; i < m_parts.size(); ++i) {
        report(m_parts[i], attemptsOf(i));
    }
    m_confirms = false;
    m_parts.clear();
    m_attempts.clear();
    m_turnBytes = 0;
}

/// The clock is read once for a turn, and not at all when nobody was reached.
void Deliverer::measureDelays()
{
    if (m_attempts.empty()) {
        return;
    }
    const WallTime now = m_context.clock.wallNow();
    for (size_t i = 0; i < m_parts.size(); ++i) {
        if (!attemptsOf(i).empty()) {
            m_context.counters.measured.deliveryDelay.observe(microsecondsOf(now - m_parts[i].message->time));
        }
    }
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
            if (attempt.outcome == transport::Connection::SendOutcome::Accepted && !attempt.lost &&
                attempt.session->translator() == nullptr) {
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
        delivery.state =
            attempt.session->translator() != nullptr ? DeliveryState::Queued
            : delivery.queuedBytes == 0 || attempt.session->connection().takenBytes() >= attempt.endByte
                ? DeliveryState::Sent
                : DeliveryState::Queued;
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

void Deliverer::report(const Part& part, std::span<const Attempt> attempts)
{
    const RoutedMessage& message = *part.message;
    const bool isAskedFor = message.detail || m_context.capture.isEnabled();
    m_deliveries.clear();
    DeliveryCounts counts;
    qint64 lost = 0; // these are counted as dropped when their connection ends
    for (const Attempt& attempt : attempts) {
        const Delivery delivery = deliveryOf(attempt);
        if (isAskedFor) {
            m_deliveries.push_back(delivery);
        }
        counts.add(delivery.state);
        lost += attempt.lost ? 1 : 0;
        if (delivery.state == DeliveryState::Queued && attempt.session->translator() == nullptr) {
            m_clients.queueWatch().queued(*attempt.session, message, attempt.endByte);
        }
    }
    m_context.counters.deliveries += static_cast<quint64>(counts.sent + counts.queued);
    m_context.counters.deliveriesDropped += static_cast<quint64>(counts.dropped - lost);
    capture(part, attempts);
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

/// One record for each form that left: what was on the wire to each client can be shown.
void Deliverer::capture(const Part& part, std::span<const Attempt> attempts)
{
    if (!m_context.capture.isEnabled()) {
        return;
    }
    const WallTime now = m_context.clock.wallNow();
    if (part.encodings.empty()) {
        m_sameForm = m_deliveries;
        captureForm(now, part, asItIs);
        return;
    }
    m_byForm.resize(attempts.size());
    std::iota(m_byForm.begin(), m_byForm.end(), 0U);
    const auto formOf = [attempts](quint32 attempt) { return attempts[attempt].form; };
    std::ranges::stable_sort(m_byForm, {}, formOf);
    for (size_t i = 0; i < m_byForm.size();) {
        const quint32 form = formOf(m_byForm[i]);
        m_sameForm.clear();
        for (; i < m_byForm.size() && formOf(m_byForm[i]) == form; ++i) {
            if (attempts[m_byForm[i]].session->translator() == nullptr) {
                m_sameForm.push_back(m_deliveries[m_byForm[i]]);
            }
        }
        if (!m_sameForm.empty()) { // what is translated is recorded when it leaves
            captureForm(now, part, form);
        }
    }
}

/// m_sameForm got it in this form.
void Deliverer::captureForm(WallTime now, const Part& part, quint32 form)
{
    const RoutedMessage& message = *part.message;
    if (form == asItIs && !message.xsockets) {
        m_context.capture.recordDeliveries(now, message.id, message.header, message.payload, m_sameForm);
    } else if (form == asItIs) {
        m_context.capture.recordEncodedDeliveries(now, message.id, message.header, message.payloadBytes(),
                                                  m_sameForm);
    } else {
        const EncodedMessage& left =
            (form & ownBit) != 0 ? part.own[form & ~ownBit] : *part.encodings[form - 1];
        m_context.capture.recordEncodedDeliveries(now, message.id, left.header, left.payloadBytes(),
                                                  m_sameForm);
    }
}

} // namespace signalbox::broker
