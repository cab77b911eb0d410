// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/control_call.h"
#include "server/broker/control_questions.h"
#include "server/broker/worker_context.h"

namespace signalbox::broker {

/// The part of the control API that only looks: clients, groups, what the broker is and does.
///
/// Thread: its worker.
class ControlReads final {
public:
    ControlReads(WorkerContext& context, ControlQuestions& questions);

    /// False: the operation is none of these.
    [[nodiscard]] bool serve(const ControlCall& call);

private:
    void describe(const ControlCall& call);
    void getDocument(const ControlCall& call);
    void listClients(const ControlCall& call);
    void getClient(const ControlCall& call);
    void listEndedClients(const ControlCall& call);
    void getEndedClient(const ControlCall& call);
    void listGroups(const ControlCall& call);
    void getGroup(const ControlCall& call);
    void listGroupClients(const ControlCall& call);
    void getDefaultGroup(const ControlCall& call);
    void listDefaultGroupClients(const ControlCall& call);
    void listListeners(const ControlCall& call);
    void getStatistics(const ControlCall& call);
    void getConfiguration(const ControlCall& call);

    void listMembers(const ControlCall& call, const GroupName& group);

    WorkerContext& m_context;
    ControlQuestions& m_questions;
};

} // namespace signalbox::broker
