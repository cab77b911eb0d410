// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/confirmer.h"
#include "server/broker/muted_dialect.h"
#include "server/broker/queue_watch.h"
#include "server/broker/session.h"
#include "server/broker/worker_context.h"
#include "server/routing/member_index.h"
#include "server/transport/upgrader.h"

#include <QtCore/QHash>

#include <functional>
#include <memory>
#include <set>
#include <vector>

namespace signalbox::broker {

/// The clients of one worker, from the upgrade to the end: who they are, their groups, their connections.
/// Tells the hub who comes and goes, and capture what passes.
///
/// Thread: its worker. A session that ended is destroyed at the next tick, never inside one of its own calls.
class ClientTable final : public SessionHost {
public:
    explicit ClientTable(WorkerContext& context);
    ~ClientTable() override;

    /// Takes a connection that was just born, and the place that was taken for it. `info` has everything but
    /// the id, the dialect and the time.
    void open(link::ClientInfo info, Dialect& dialect, transport::Upgrader::Upgraded upgraded,
              const QByteArray& request, std::shared_ptr<DialectState> state = {});

    [[nodiscard]] const routing::MemberIndex& members() const { return m_members; }
    [[nodiscard]] Session& at(routing::MemberSlot slot) { return *m_sessions[slot]; }
    [[nodiscard]] Session* find(ClientId client);
    [[nodiscard]] Confirmer& confirmer() { return m_confirmer; }
    [[nodiscard]] QueueWatch& queueWatch() { return m_queueWatch; }
    /// Those who are in it now; the empty name is the default group.
    [[nodiscard]] std::vector<Session*> inGroup(const GroupName& group);
    [[nodiscard]] bool isEmpty() const { return m_members.size() == 0; }

    /// By the operator or a service; `session` may join, or is a member, as the caller has checked. Each is a
    /// row, and the hub hears of it.
    void join(Session& session, const GroupName& group, link::SenderKind by = link::SenderKind::Operator);
    void leave(Session& session, const GroupName& group, link::SenderKind by = link::SenderKind::Operator);
    /// The same by its dialect, without the hub hearing of it: tellChange() tells it of all changes at once.
    void enter(Session& session, const GroupName& group);
    void exit(Session& session, const GroupName& group);
    /// Its dialect has put others into its info.
    void tellChange(const Session& session);
    void addTag(Session& session, const TagName& tag);
    void removeTag(Session& session, const TagName& tag);
    /// A time that has passed unmutes.
    void mute(Session& session, WallTime until);

    /// Deadlines of every connection, ends of mutes; destroys what ended.
    void tick(SteadyTime now);
    /// Clients whose traffic changed since the last call, and the queued bytes of all.
    [[nodiscard]] std::vector<link::ClientTraffic> takeTraffic();
    void sumTraffic(WorkerCounters& counters) const;
    /// Tells capture who is there: it has just begun, or has lost records.
    void introduceAll();

    /// The broker shuts down: every client is told so, with 1001.
    void sayGoodbye();
    void abortAll(EndReason endReason);

private:
    void frameReceived(Session& session, const websocket::DecodedFrame& frame, quint32 fragment) override;
    void controlFrameSent(Session& session, websocket::Opcode opcode, QByteArrayView payload) override;
    [[nodiscard]] Dialect& mutedDialect() override { return m_mutedDialect; }
    void pingAnswered(Session& session, quint64 number) override
    {
        m_confirmer.pingAnswered(session, number);
    }
    void lookSooner(Session& session) override;
    void bytesTaken(Session& session) override { m_queueWatch.bytesTaken(session); }
    void sessionEnded(Session& session, const transport::ConnectionEnd& end) override;
    std::vector<Session*> all() const;
    void move(Session& session, const GroupName& group, bool in, link::SenderKind by);
    void tagsChanged(Session& session);
    void endMutes();

    WorkerContext& m_context;
    std::vector<char> m_readBuffer; ///< of all connections, one at a time
    transport::TrafficSums m_sums;
    transport::OutgoingQueue::Room m_queueRoom;
    transport::ConnectionSurroundings m_surroundings;
    MutedDialect m_mutedDialect;
    Confirmer m_confirmer;
    QueueWatch m_queueWatch{m_context, m_confirmer};
    routing::MemberIndex m_members;
    std::vector<std::unique_ptr<Session>> m_sessions; ///< by slot; null where nobody is
    std::vector<std::unique_ptr<Session>> m_ended;
    /// By slot, beside each other, so that a tick finds the few whose time has come without touching all.
    std::vector<SteadyTime> m_looks;
    std::set<routing::MemberSlot> m_muted;
};

} // namespace signalbox::broker
