// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/client_acts.h"

#include "server/broker/act_rules.h"

namespace signalbox::broker {

ClientActs::ClientActs(WorkerContext& context, ClientTable& clients)
    : m_context(context)
    , m_clients(clients)
{
}

void ClientActs::carryOut(const worker_task::Act& act)
{
    m_by = act.by;
    std::visit([this, &act](const auto& what) { carryOut(act.command, what); }, act.what);
}

template <typename Act>
void ClientActs::carryOut(link::CommandId id, const Act& act)
{
    if constexpr (requires { act.client; }) {
        Session* const session = m_clients.find(act.client); // it may have ended on the way
        m_context.mailboxes.hub.post(hub_task::Answer{
            {id, session != nullptr ? onClient(*session, act) : clientNotFound(act.client)}});
    } else {
        onGroup(act);
        m_context.mailboxes.hub.post(hub_task::ActDone{id});
    }
}

ClientActs::Answer ClientActs::onClient(Session& session, const link::DisconnectClient& act)
{
    session.close(act.closeCode, act.closeReason,
                  m_by == link::SenderKind::Service ? EndReason::PolicyViolation
                                                    : EndReason::DisconnectedByOperator);
    return link::CommandAnswer::Done{};
}

ClientActs::Answer ClientActs::onClient(Session& session, const link::JoinGroup& act)
{
    if (const Result<void> may =
            checkJoin(session.info().groups, act.group, m_context.settings.limits.maxGroupsPerClient);
        !may) {
        return may.error();
    }
    m_clients.join(session, act.group, m_by);
    return link::CommandAnswer::Done{};
}

ClientActs::Answer ClientActs::onClient(Session& session, const link::LeaveGroup& act)
{
    if (const Result<void> may = checkLeave(session.info().groups, act.group); !may) {
        return may.error();
    }
    m_clients.leave(session, act.group, m_by);
    return link::CommandAnswer::Done{};
}

ClientActs::Answer ClientActs::onClient(Session& session, const link::AddTag& act)
{
    if (const Result<void> may =
            checkAddTag(session.info().tags, act.tag, m_context.settings.limits.maxTagsPerClient);
        !may) {
        return may.error();
    }
    m_clients.addTag(session, act.tag);
    return link::CommandAnswer::Done{};
}

ClientActs::Answer ClientActs::onClient(Session& session, const link::RemoveTag& act)
{
    if (const Result<void> may = checkRemoveTag(session.info().tags, act.tag); !may) {
        return may.error();
    }
    m_clients.removeTag(session, act.tag);
    return link::CommandAnswer::Done{};
}

ClientActs::Answer ClientActs::onClient(Session& session, const link::MuteClient& act)
{
    m_clients.mute(session, act.until);
    return link::CommandAnswer::Done{};
}

ClientActs::Answer ClientActs::onClient(Session& session, const link::FetchClient& /*act*/)
{
    return session.detail();
}

void ClientActs::onGroup(const link::CloseGroup& act)
{
    for (Session* const session : m_clients.inGroup(act.group)) {
        session->connection().close(act.closeCode, act.closeReason, EndReason::DisconnectedByOperator);
    }
}

void ClientActs::onGroup(const link::RemoveGroup& act)
{
    for (Session* const session : m_clients.inGroup(act.group)) {
        m_clients.leave(*session, act.group);
    }
}

} // namespace signalbox::broker
