// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/xsockets_delivery.h"

#include "server/broker/error_reply.h"
#include "server/broker/frame_capture.h"
#include "server/broker/xsockets_limits.h"
#include "server/xsockets/fault.h"
#include "server/xsockets/message_writer.h"

#include <algorithm>
#include <utility>

namespace signalbox::broker {

namespace {

/// What is sent again to one client between two looks at its queue, and to all in one sweep: the rest comes
/// with the next, so that nobody waits for it.
constexpr qint64 maxResentToOne = 64 * 1024;
constexpr qint64 maxResentInSweep = qint64{4} * 1024 * 1024;

websocket::Opcode opcodeOf(const xsockets::Message& message)
{
    return message.blob ? websocket::Opcode::Binary : websocket::Opcode::Text;
}

} // namespace

XSocketsDelivery::XSocketsDelivery(WorkerContext& context, ClientTable& clients)
    : m_context(context)
    , m_clients(clients)
    , m_maxBytes(workerShare(context.settings, context.mailboxes.workers.size()))
{
}

std::optional<EncodedMessage> XSocketsDelivery::number(Session& session, const RoutedMessage& message,
                                                       const xsockets::Address& address,
                                                       const EncodedMessage& encoded)
{
    const XSocketsState& state = xsocketsStateOf(session);
    if (!message.xsockets->acknowledged || !state.acknowledges || state.hasEnded) {
        return std::nullopt;
    }
    const auto id = add(session, {message.xsockets, address, message.sequence});
    if (!id) {
        return std::nullopt;
    }
    const bool isBinary = encoded.header.opcode == websocket::Opcode::Binary;
    return encodedMessage(encoded.header.opcode, xsockets::withId(encoded.payloadBytes(), isBinary, *id));
}

/// Nothing: there is no room, as the client is told once until there is some again.
std::optional<quint16> XSocketsDelivery::add(Session& session, xsockets::Owed owed)
{
    XSocketsState& state = xsocketsStateOf(session);
    const qint64 bytes = owed.bytes();
    const bool hasRoom = m_bytes + bytes <= m_maxBytes;
    const auto id =
        hasRoom ? state.unacknowledged.add(std::move(owed), m_context.clock.steadyNow()) : std::nullopt;
    if (id) {
        m_bytes += bytes;
        ++m_context.counters.xsockets.unacknowledged;
        m_owing.insert(session.id());
        return id;
    }
    ++m_context.counters.xsockets.notKept;
    if (!std::exchange(state.toldOfFull, true)) {
        replyWithError(m_context, session, xsockets::fault(xsockets::Fault::TooManyUnacknowledged));
    }
    return std::nullopt;
}

void XSocketsDelivery::acknowledged(Session& session, quint16 id)
{
    XSocketsState& state = xsocketsStateOf(session);
    const qint64 before = state.unacknowledged.bytes();
    if (!state.unacknowledged.acknowledge(id)) {
        return;
    }
    noteTaken(1, before - state.unacknowledged.bytes());
    const auto half = static_cast<size_t>(m_context.settings.xsockets.maxUnacknowledged / 2);
    state.toldOfFull = state.toldOfFull && state.unacknowledged.count() > half;
    if (state.unacknowledged.isEmpty()) {
        m_owing.erase(session.id());
    }
}

void XSocketsDelivery::noteTaken(size_t count, qint64 bytes)
{
    m_bytes -= bytes;
    m_context.counters.xsockets.unacknowledged -= static_cast<qint64>(count);
}

/// All have their ids before the first is sent: a client that ends in between has them handed on.
quint64 XSocketsDelivery::send(Session& session, std::vector<xsockets::Owed> owed)
{
    const XSocketsState& state = xsocketsStateOf(session);
    for (xsockets::Owed& one : owed) {
        if (one.message->acknowledged && state.acknowledges) {
            one.address.id = add(session, one).value_or(0);
        }
    }
    quint64 notSent = 0;
    for (const xsockets::Owed& one : owed) {
        if (!sendOne(session, one) && one.address.id == 0) { // with an id it is sent again
            ++notSent;
        }
    }
    session.connection().flush();
    return notSent;
}

/// No more than half of its queue is filled with it: what others send has to have room, too.
bool XSocketsDelivery::sendOne(Session& session, const xsockets::Owed& owed)
{
    const qsizetype queued = session.connection().queuedBytes();
    if (!session.connection().isOpen() ||
        (queued > 0 && queued + owed.bytes() > m_context.settings.limits.maxQueueBytes / 2)) {
        return false;
    }
    const websocket::Opcode opcode = opcodeOf(*owed.message);
    const QByteArray payload = xsockets::messagePayload(owed.address, *owed.message, owed.fromStore);
    if (session.sendMessage(encodedMessage(opcode, payload).frame) !=
        transport::Connection::SendOutcome::Accepted) {
        return false;
    }
    recordSent(m_context, session, opcode, payload);
    return true;
}

xsockets_question::Leave XSocketsDelivery::take(Session& session)
{
    XSocketsState& state = xsocketsStateOf(session);
    state.hasEnded = true;
    m_owing.erase(session.id());
    noteTaken(state.unacknowledged.count(), state.unacknowledged.bytes());
    xsockets_question::Leave leave{
        state.persistentId, {}, state.unacknowledged.lastId(), m_context.counters.sequenceSeen};
    std::vector<xsockets::Owed> owed = state.unacknowledged.takeAll();
    const auto controllerOf = [&leave](const QByteArray& name) -> XSocketsController& {
        auto found = std::ranges::find(leave.controllers, name, &XSocketsController::name);
        if (found == leave.controllers.end()) {
            found = leave.controllers.insert(found, {name, {}, {}, 0});
        }
        return *found;
    };
    for (const xsockets::Subscription& subscription : state.conversation.subscriptions()) {
        controllerOf(subscription.controller).topics += subscription.topic;
    }
    for (xsockets::Owed& one : owed) {
        controllerOf(one.address.controller).owed.push_back(std::move(one));
    }
    return leave;
}

void XSocketsDelivery::tick(SteadyTime now)
{
    qint64 resent = 0;
    for (size_t visits = m_owing.size(); visits > 0 && resent < maxResentInSweep; --visits) {
        auto at = m_owing.lower_bound(m_next);
        at = at == m_owing.end() ? m_owing.begin() : at;
        if (at == m_owing.end()) {
            return; // the last has ended meanwhile
        }
        const ClientId client = *at;
        m_next = ClientId(client.number() + 1);
        resent += resend(client, now);
    }
}

/// Bytes that were sent again.
qint64 XSocketsDelivery::resend(ClientId client, SteadyTime now)
{
    Session* const session = m_clients.find(client);
    if (session == nullptr || !session->connection().isOpen() || session->connection().queuedBytes() > 0) {
        return 0; // it has not even taken what there is
    }
    const std::vector<xsockets::Owed> due = xsocketsStateOf(*session).unacknowledged.takeDue(
        now, m_context.settings.xsockets.resendInterval, maxResentToOne);
    qint64 bytes = 0;
    for (const xsockets::Owed& owed : due) {
        bytes += owed.bytes();
        m_context.counters.xsockets.resent += sendOne(*session, owed) ? 1 : 0;
    }
    session->connection().flush();
    return bytes;
}

} // namespace signalbox::broker
