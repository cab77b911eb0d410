// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/broker/control_call.h"
#include "server/broker/control_questions.h"
#include "server/broker/worker_commands.h"
#include "server/broker/worker_context.h"

#include <functional>

namespace signalbox::broker {

/// The part of the control API that does something: the operator's commands, as the window gives them, with
/// the same checks and the same rows.
///
/// Thread: its worker.
class ControlActs final {
public:
    ControlActs(WorkerContext& context, ControlQuestions& questions, WorkerCommands& commands);

    /// False: the operation is none of these.
    [[nodiscard]] bool serve(const ControlCall& call);

private:
    using Answer = HttpEndpoints::Answer;
    using WithClient = std::function<void(const link::ClientInfo& client)>;

    void disconnectClient(const ControlCall& call);
    void getHandshake(const ControlCall& call);
    void getMembership(const ControlCall& call);
    void joinGroup(const ControlCall& call);
    void leaveGroup(const ControlCall& call);
    void getTag(const ControlCall& call);
    void addTag(const ControlCall& call);
    void removeTag(const ControlCall& call);
    void getMute(const ControlCall& call);
    void muteClient(const ControlCall& call);
    void unmuteClient(const ControlCall& call);
    void removeGroup(const ControlCall& call);
    void disconnectGroup(const ControlCall& call);
    void disconnectDefaultGroup(const ControlCall& call);
    void sendMessage(const ControlCall& call);

    /// Of the client that the path names; that it is not there is answered here.
    void withClient(const ControlCall& call, WithClient then);
    using WithMembership = std::function<void(const link::ClientInfo& client, const GroupName& group)>;
    void withMembership(const ControlCall& call, const WithMembership& then);
    using WithTag = std::function<void(const link::ClientInfo& client, const TagName& tag)>;
    void withTag(const ControlCall& call, const WithTag& then);
    /// Answers with what `write` makes of the result, or with the error.
    template <typename Result>
    void command(link::Command command, const Answer& answer,
                 std::function<HttpEndpoints::Reply(const Result& result)> write);
    /// 204, when it is done.
    void act(link::Command command, const Answer& answer);
    void preview(const ControlCall& call);
    void closeGroup(const ControlCall& call, const GroupName& group);

    WorkerContext& m_context;
    ControlQuestions& m_questions;
    WorkerCommands& m_commands;
};

} // namespace signalbox::broker
