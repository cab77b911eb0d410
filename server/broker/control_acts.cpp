// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/control_acts.h"

#include "server/broker/act_rules.h"
#include "server/broker/message_intake.h"
#include "server/control/act_answers.h"
#include "server/control/mute_body.h"
#include "server/control/path_names.h"

#include <algorithm>
#include <array>

namespace signalbox::broker {

using control::Operation;
using control::refusalOf;

namespace {

http::Response noContent()
{
    return {204, {}, {}};
}

/// With the code and reason of a close frame that the query gives.
template <typename Act>
Act closing(Act act, const control::ParameterReader& parameters)
{
    act.closeCode = static_cast<quint16>(parameters.integer("code"));
    act.closeReason = parameters.text("reason").value_or(QByteArray());
    return act;
}

} // namespace

ControlActs::ControlActs(WorkerContext& context, ControlQuestions& questions, WorkerCommands& commands)
    : m_context(context)
    , m_questions(questions)
    , m_commands(commands)
{
}

bool ControlActs::serve(const ControlCall& call)
{
    struct Handler {
        Operation operation;
        void (ControlActs::*serve)(const ControlCall& call);
    };
    static constexpr std::array handlers{
        Handler{Operation::DisconnectClient, &ControlActs::disconnectClient},
        Handler{Operation::GetHandshake, &ControlActs::getHandshake},
        Handler{Operation::GetMembership, &ControlActs::getMembership},
        Handler{Operation::JoinGroup, &ControlActs::joinGroup},
        Handler{Operation::LeaveGroup, &ControlActs::leaveGroup},
        Handler{Operation::GetTag, &ControlActs::getTag},
        Handler{Operation::AddTag, &ControlActs::addTag},
        Handler{Operation::RemoveTag, &ControlActs::removeTag},
        Handler{Operation::GetMute, &ControlActs::getMute},
        Handler{Operation::MuteClient, &ControlActs::muteClient},
        Handler{Operation::UnmuteClient, &ControlActs::unmuteClient},
        Handler{Operation::RemoveGroup, &ControlActs::removeGroup},
        Handler{Operation::DisconnectGroup, &ControlActs::disconnectGroup},
        Handler{Operation::DisconnectDefaultGroup, &ControlActs::disconnectDefaultGroup},
        Handler{Operation::SendMessage, &ControlActs::sendMessage},
    };
    const auto found = std::ranges::find(handlers, call.route.operation, &Handler::operation);
    if (found == handlers.end()) {
        return false;
    }
    (this->*found->serve)(call);
    return true;
}

void ControlActs::withClient(const ControlCall& call, WithClient then)
{
    if (const Result<ClientId> client = control::readClientId(call.path.values.front()); client) {
        m_questions.ask<link::ClientInfo>(control_question::FindClient{client.value()}, call.answer,
                                          std::move(then));
    } else {
        call.answer(refusalOf(client.error()));
    }
}

void ControlActs::withMembership(const ControlCall& call, const WithMembership& then)
{
    const Result<GroupName> group = control::readGroupName(call.path.values.back());
    if (!group) {
        call.answer(refusalOf(group.error()));
        return;
    }
    withClient(call, [then, group = group.value()](const link::ClientInfo& client) { then(client, group); });
}

template <typename Result>
void ControlActs::command(link::Command command, const Answer& answer,
                          std::function<HttpEndpoints::Reply(const Result& result)> write)
{
    m_commands.send(std::move(command),
                    [answer, write = std::move(write)](const link::CommandAnswer::Result& result) {
                        if (const auto* const error = std::get_if<Error>(&result)) {
                            answer(refusalOf(*error));
                        } else {
                            answer(write(std::get<Result>(result)));
                        }
                    });
}

void ControlActs::act(link::Command what, const Answer& answer)
{
    command<link::CommandAnswer::Done>(std::move(what), answer,
                                       [](const link::CommandAnswer::Done&) { return noContent(); });
}

void ControlActs::disconnectClient(const ControlCall& call)
{
    auto command = closing(link::DisconnectClient{}, call.parameters);
    withClient(call, [this, command, answer = call.answer](const link::ClientInfo& client) mutable {
        command.client = client.client;
        act(command, answer);
    });
}

void ControlActs::getHandshake(const ControlCall& call)
{
    withClient(call, [this, answer = call.answer](const link::ClientInfo& client) {
        command<link::ClientDetail>(link::FetchClient{client.client}, answer, &control::handshakeAnswer);
    });
}

void ControlActs::getMembership(const ControlCall& call)
{
    withMembership(call, [answer = call.answer](const link::ClientInfo& client, const GroupName& group) {
        if (const Result<void> isMember = checkLeave(client.groups, group); !isMember) {
            answer(refusalOf(isMember.error()));
        } else {
            answer(control::membershipAnswer(client.client, group));
        }
    });
}

void ControlActs::joinGroup(const ControlCall& call)
{
    withMembership(call,
                   [this, answer = call.answer](const link::ClientInfo& client, const GroupName& group) {
                       const bool isNew = !client.groups.contains(group);
                       command<link::CommandAnswer::Done>(
                           link::JoinGroup{client.client, group}, answer,
                           [isNew, id = client.client, group](const link::CommandAnswer::Done&) {
                               return isNew ? control::joinedAnswer(id, group) : noContent();
                           });
                   });
}

void ControlActs::leaveGroup(const ControlCall& call)
{
    withMembership(call,
                   [this, answer = call.answer](const link::ClientInfo& client, const GroupName& group) {
                       act(link::LeaveGroup{client.client, group}, answer);
                   });
}

void ControlActs::withTag(const ControlCall& call, const WithTag& then)
{
    const Result<TagName> tag = control::readTagName(call.path.values.back());
    if (!tag) {
        call.answer(refusalOf(tag.error()));
        return;
    }
    withClient(call, [then, tag = tag.value()](const link::ClientInfo& client) { then(client, tag); });
}

void ControlActs::getTag(const ControlCall& call)
{
    withTag(call, [answer = call.answer](const link::ClientInfo& client, const TagName& tag) {
        if (const Result<void> has = checkRemoveTag(client.tags, tag); !has) {
            answer(refusalOf(has.error()));
        } else {
            answer(control::tagAnswer(client.client, tag));
        }
    });
}

void ControlActs::addTag(const ControlCall& call)
{
    withTag(call, [this, answer = call.answer](const link::ClientInfo& client, const TagName& tag) {
        const bool isNew = !client.tags.contains(tag);
        command<link::CommandAnswer::Done>(
            link::AddTag{client.client, tag}, answer,
            [isNew, id = client.client, tag](const link::CommandAnswer::Done&) {
                return isNew ? control::taggedAnswer(id, tag) : noContent();
            });
    });
}

void ControlActs::removeTag(const ControlCall& call)
{
    withTag(call, [this, answer = call.answer](const link::ClientInfo& client, const TagName& tag) {
        act(link::RemoveTag{client.client, tag}, answer);
    });
}

void ControlActs::getMute(const ControlCall& call)
{
    withClient(call, [answer = call.answer](const link::ClientInfo& client) {
        answer(control::muteAnswer(client.mutedUntil));
    });
}

void ControlActs::muteClient(const ControlCall& call)
{
    const auto read = control::readMute(call.request.body, m_context.clock.wallNow());
    if (const auto* const error = std::get_if<http::HttpError>(&read)) {
        call.answer(*error);
        return;
    }
    withClient(
        call, [this, until = std::get<WallTime>(read), answer = call.answer](const link::ClientInfo& client) {
            command<link::CommandAnswer::Done>(
                link::MuteClient{client.client, until}, answer,
                [until](const link::CommandAnswer::Done&) { return control::muteAnswer(until); });
        });
}

void ControlActs::unmuteClient(const ControlCall& call)
{
    withClient(call, [this, answer = call.answer](const link::ClientInfo& client) {
        act(link::MuteClient{client.client, WallTime{}}, answer);
    });
}

void ControlActs::removeGroup(const ControlCall& call)
{
    if (const Result<GroupName> group = control::readGroupName(call.path.values.front()); group) {
        act(link::RemoveGroup{group.value()}, call.answer);
    } else {
        call.answer(refusalOf(group.error()));
    }
}

void ControlActs::disconnectGroup(const ControlCall& call)
{
    if (const Result<GroupName> group = control::readGroupName(call.path.values.front()); group) {
        closeGroup(call, group.value());
    } else {
        call.answer(refusalOf(group.error()));
    }
}

void ControlActs::disconnectDefaultGroup(const ControlCall& call)
{
    closeGroup(call, GroupName());
}

void ControlActs::closeGroup(const ControlCall& call, const GroupName& group)
{
    act(closing(link::CloseGroup{group, {}, {}}, call.parameters), call.answer);
}

void ControlActs::sendMessage(const ControlCall& call)
{
    if (call.parameters.boolean("preview").value_or(false)) {
        preview(call);
        return;
    }
    const bool detail = call.parameters.boolean("detail").value_or(false);
    command<Receipt>(
        link::SendMessage{call.request.body, false}, call.answer, [detail](const Receipt& receipt) {
            return HttpEndpoints::Pushed{control::receiptAnswer(receipt, detail), receipt.message};
        });
}

/// The whole envelope is read, so that a preview refuses what the send would refuse.
void ControlActs::preview(const ControlCall& call)
{
    MessageIntake intake(m_context.settings.limits.maxRecipients);
    const Result<MessageIntake::Accepted> accepted = intake.accept(call.request.body);
    if (!accepted) {
        call.answer(refusalOf(accepted.error()));
        return;
    }
    const bool detail = call.parameters.boolean("detail").value_or(false);
    command<link::Preview>(
        link::PreviewRecipients{accepted.value().message.recipients}, call.answer,
        [detail](const link::Preview& preview) { return control::previewAnswer(preview, detail); });
}

} // namespace signalbox::broker
