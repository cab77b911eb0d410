// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/client_table.h"
#include "server/broker/tasks.h"
#include "server/broker/worker_context.h"

namespace signalbox::broker {

/// Carries out what the operator does to this worker's clients, and says so to the hub: first what changed,
/// then the answer. The worker has finished the turn: what was sent to a client before leaves before the act.
///
/// Thread: its worker.
class ClientActs final {
public:
    ClientActs(WorkerContext& context, ClientTable& clients);

    void carryOut(const worker_task::Act& act);

private:
    using Answer = link::CommandAnswer::Result;

    [[nodiscard]] Answer onClient(Session& session, const link::DisconnectClient& act);
    [[nodiscard]] Answer onClient(Session& session, const link::JoinGroup& act);
    [[nodiscard]] Answer onClient(Session& session, const link::LeaveGroup& act);
    [[nodiscard]] Answer onClient(Session& session, const link::AddTag& act);
    [[nodiscard]] Answer onClient(Session& session, const link::RemoveTag& act);
    [[nodiscard]] Answer onClient(Session& session, const link::MuteClient& act);
    [[nodiscard]] Answer onClient(Session& session, const link::FetchClient& act);
    void onGroup(const link::CloseGroup& act);
    void onGroup(const link::RemoveGroup& act);
    template <typename Act>
    void carryOut(link::CommandId id, const Act& act);

    link::SenderKind m_by = link::SenderKind::Operator; ///< who wants what is being carried out
    WorkerContext& m_context;
    ClientTable& m_clients;
};

} // namespace signalbox::broker
