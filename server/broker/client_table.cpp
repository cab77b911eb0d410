// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/client_table.h"

#include "server/broker/client_member.h"
#include "server/broker/frame_capture.h"
#include "server/websocket/close_code.h"

namespace signalbox::broker {

namespace {

constexpr size_t readBufferBytes = 64 * 1024;

} // namespace

ClientTable::ClientTable(WorkerContext& context)
    : m_context(context)
    , m_readBuffer(readBufferBytes)
    , m_surroundings{context.settings.limits, context.clock, m_readBuffer, m_sums, m_queueRoom}
    , m_mutedDialect(context)
    , m_confirmer(context)
{
}

ClientTable::~ClientTable() = default;

void ClientTable::open(link::ClientInfo info, Dialect& dialect, transport::Upgrader::Upgraded upgraded,
                       const QByteArray& request, std::shared_ptr<DialectState> state)
{
    info.client = ClientId(m_context.lastClient.fetch_add(1, std::memory_order_relaxed) + 1);
    info.dialect = dialect.name();
    info.connectedAt = m_context.clock.wallNow();
    const routing::MemberSlot slot = m_members.add(memberOf(info));
    auto session = std::make_unique<Session>(std::move(info), dialect, *this);
    session->setSlot(slot);
    session->setState(std::move(state));
    session->setHandshake(request, upgraded.answer);
    session->setConnection(std::make_unique<transport::Connection>(session->id(), std::move(upgraded.stream),
                                                                   m_surroundings, *session));
    Session& opened = *session;
    if (m_sessions.size() <= slot) {
        m_sessions.resize(slot + 1);
        m_looks.resize(slot + 1);
    }
    m_looks[slot] = SteadyTime{}; // at the next tick
    m_sessions[slot] = std::move(session);

    m_context.mailboxes.hub.post(hub_task::ClientOpened{m_context.index, opened.sharedInfo()});
    m_context.capture.recordOpened(opened.info().connectedAt, m_members.member(slot), request,
                                   upgraded.answer);
    opened.dialect().opened(opened);
    opened.connection().start();
}

Session* ClientTable::find(ClientId client)
{
    const auto slot = m_members.find(client);
    return slot ? m_sessions[*slot].get() : nullptr;
}

std::vector<Session*> ClientTable::inGroup(const GroupName& group)
{
    std::vector<Session*> sessions;
    for (const routing::MemberSlot slot : m_members.inGroup(group)) {
        sessions.push_back(&at(slot));
    }
    return sessions;
}

std::vector<Session*> ClientTable::all() const
{
    std::vector<Session*> sessions;
    for (const auto& session : m_sessions) {
        if (session) {
            sessions.push_back(session.get());
        }
    }
    return sessions;
}

void ClientTable::join(Session& session, const GroupName& group, link::SenderKind by)
{
    if (!session.info().groups.contains(group)) {
        move(session, group, true, by);
        tellChange(session);
    }
}

void ClientTable::leave(Session& session, const GroupName& group, link::SenderKind by)
{
    move(session, group, false, by);
    session.dialect().groupLeft(session, group);
    tellChange(session);
}

void ClientTable::enter(Session& session, const GroupName& group)
{
    if (!session.info().groups.contains(group)) {
        move(session, group, true, link::SenderKind::Client);
    }
}

void ClientTable::exit(Session& session, const GroupName& group)
{
    move(session, group, false, link::SenderKind::Client);
}

void ClientTable::move(Session& session, const GroupName& group, bool in, link::SenderKind by)
{
    const WallTime now = m_context.clock.wallNow();
    if (in) {
        m_members.join(session.slot(), group);
        m_context.capture.recordJoined(now, session.id(), group, by);
    } else {
        m_members.leave(session.slot(), group);
        m_context.capture.recordLeft(now, session.id(), group, by);
    }
    session.setGroups(m_members.member(session.slot()).groups);
}

void ClientTable::tellChange(const Session& session)
{
    m_context.mailboxes.hub.post(hub_task::ClientChanged{session.sharedInfo()});
}

void ClientTable::addTag(Session& session, const TagName& tag)
{
    m_members.addTag(session.slot(), tag);
    tagsChanged(session);
}

void ClientTable::removeTag(Session& session, const TagName& tag)
{
    m_members.removeTag(session.slot(), tag);
    tagsChanged(session);
}

/// Capture hears of the whole client again: the operator's act is the row.
void ClientTable::tagsChanged(Session& session)
{
    const routing::Member& member = m_members.member(session.slot());
    session.setTags(member.tags);
    m_context.capture.recordClientKnown(m_context.clock.wallNow(), member);
    m_context.mailboxes.hub.post(hub_task::ClientChanged{session.sharedInfo()});
}

void ClientTable::mute(Session& session, WallTime until)
{
    session.setMutedUntil(until > m_context.clock.wallNow() ? until : WallTime{});
    if (session.isMuted()) {
        m_muted.insert(session.slot());
    } else {
        m_muted.erase(session.slot());
    }
    m_context.mailboxes.hub.post(hub_task::ClientChanged{session.sharedInfo()});
}

void ClientTable::tick(SteadyTime now)
{
    for (size_t slot = 0; slot < m_looks.size(); ++slot) {
        if (m_looks[slot] > now || m_sessions[slot] == nullptr) {
            continue;
        }
        transport::Connection& connection = m_sessions[slot]->connection();
        connection.checkDeadlines(now);
        m_looks[slot] = connection.nextLook();
    }
    endMutes();
    m_ended.clear();
}

void ClientTable::endMutes()
{
    const WallTime time = m_context.clock.wallNow();
    for (const routing::MemberSlot slot : std::set(m_muted)) {
        if (at(slot).info().mutedUntil <= time) {
            mute(at(slot), {});
        }
    }
}

void ClientTable::lookSooner(Session& session)
{
    SteadyTime& look = m_looks[session.slot()];
    look = std::min(look, session.connection().nextLook());
}

std::vector<link::ClientTraffic> ClientTable::takeTraffic()
{
    std::vector<link::ClientTraffic> changed;
    for (Session* const session : all()) {
        link::ClientTraffic traffic;
        if (session->takeTrafficChange(traffic)) {
            changed.push_back(traffic);
        }
    }
    return changed;
}

void ClientTable::sumTraffic(WorkerCounters& counters) const
{
    counters.bytesReceived = m_sums.bytesReceived;
    counters.bytesSent = m_sums.bytesSent;
    counters.queuedBytes = m_sums.queuedBytes;
}

void ClientTable::introduceAll()
{
    const WallTime now = m_context.clock.wallNow();
    m_context.capture.beginIntroduction(now);
    for (const routing::MemberSlot slot : m_members.all()) {
        m_context.capture.recordClientKnown(now, m_members.member(slot));
    }
    m_context.capture.endIntroduction(now);
}

void ClientTable::sayGoodbye()
{
    for (Session* const session : all()) {
        session->connection().close(websocket::close_code::goingAway, "the broker is shutting down",
                                    EndReason::Shutdown);
    }
}

void ClientTable::abortAll(EndReason endReason)
{
    for (Session* const session : all()) {
        session->connection().abort(endReason);
    }
}

void ClientTable::frameReceived(Session& session, const websocket::DecodedFrame& frame, quint32 fragment)
{
    recordReceived(m_context, session, frame, fragment);
    if (frame.header.opcode == websocket::Opcode::Pong) {
        session.dialect().pongReceived(session, frame.payload);
    }
}

void ClientTable::controlFrameSent(Session& session, websocket::Opcode opcode, QByteArrayView payload)
{
    recordSent(m_context, session, opcode, payload);
}

namespace {

link::ClientEnd clientEnd(const Session& session, const transport::ConnectionEnd& end, WallTime time)
{
    const link::ClientInfo& info = session.info();
    link::ClientEnd ended;
    ended.client = info.client;
    ended.user = info.user;
    ended.path = info.path;
    ended.address = info.address;
    ended.userAgent = info.userAgent;
    ended.testClient = info.testClient;
    ended.connectedAt = info.connectedAt;
    ended.traffic = session.traffic();
    ended.reason = end.reason;
    ended.closeCode = end.closeCode;
    ended.closeReason = end.closeReason;
    ended.time = time;
    return ended;
}

} // namespace

void ClientTable::sessionEnded(Session& session, const transport::ConnectionEnd& end)
{
    const WallTime time = m_context.clock.wallNow();
    m_context.counters.deliveriesDropped += static_cast<quint64>(end.lostFrames);
    if (end.reason == EndReason::SlowClient) {
        ++m_context.counters.slowClientsClosed;
    }
    session.dialect().ended(session, end); // before the hub is told that it has gone
    m_queueWatch.ended(session, end.reason);
    m_context.capture.recordClosed(time, session.id(), end.reason, end.closeCode, end.closeReason);
    m_context.mailboxes.hub.post(hub_task::ClientEnded{clientEnd(session, end, time)});
    m_context.places.giveBack(); // after the hub has been told: it never sees more clients than may be
    m_confirmer.ended(session);
    m_muted.erase(session.slot());
    m_members.remove(session.slot());
    m_ended.push_back(std::move(m_sessions[session.slot()]));
}

} // namespace signalbox::broker
