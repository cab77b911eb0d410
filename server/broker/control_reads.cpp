// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/broker/control_reads.h"

#include "server/control/open_api.h"
#include "server/control/path_names.h"

#include <algorithm>
#include <array>

namespace signalbox::broker {

using control::Operation;
using control::refusalOf;

namespace {

http::Response statisticsAnswer(const control_answer::Statistics& statistics)
{
    return control::statisticsAnswer(statistics.sums, statistics.groups);
}

} // namespace

ControlReads::ControlReads(WorkerContext& context, ControlQuestions& questions)
    : m_context(context)
    , m_questions(questions)
{
}

bool ControlReads::serve(const ControlCall& call)
{
    struct Handler {
        Operation operation;
        void (ControlReads::*serve)(const ControlCall& call);
    };
    static constexpr std::array handlers{
        Handler{Operation::Describe, &ControlReads::describe},
        Handler{Operation::GetDocument, &ControlReads::getDocument},
        Handler{Operation::ListClients, &ControlReads::listClients},
        Handler{Operation::GetClient, &ControlReads::getClient},
        Handler{Operation::ListEndedClients, &ControlReads::listEndedClients},
        Handler{Operation::GetEndedClient, &ControlReads::getEndedClient},
        Handler{Operation::ListGroups, &ControlReads::listGroups},
        Handler{Operation::GetGroup, &ControlReads::getGroup},
        Handler{Operation::ListGroupClients, &ControlReads::listGroupClients},
        Handler{Operation::GetDefaultGroup, &ControlReads::getDefaultGroup},
        Handler{Operation::ListDefaultGroupClients, &ControlReads::listDefaultGroupClients},
        Handler{Operation::ListListeners, &ControlReads::listListeners},
        Handler{Operation::GetStatistics, &ControlReads::getStatistics},
        Handler{Operation::GetConfiguration, &ControlReads::getConfiguration},
    };
    const auto found = std::ranges::find(handlers, call.route.operation, &Handler::operation);
    if (found == handlers.end()) {
        return false;
    }
    (this->*found->serve)(call);
    return true;
}

void ControlReads::describe(const ControlCall& call)
{
    call.answer(control::descriptionAnswer(SIGNALBOX_VERSION));
}

void ControlReads::getDocument(const ControlCall& call)
{
    call.answer(http::jsonResponse(200, control::openApiDocument(SIGNALBOX_VERSION)));
}

void ControlReads::listClients(const ControlCall& call)
{
    const auto query = control::readClientQuery(call.parameters);
    if (const auto* const error = std::get_if<http::HttpError>(&query)) {
        call.answer(*error);
        return;
    }
    m_questions.ask(control_question::ListClients{std::get<control::ClientQuery>(query)}, call.answer,
                    &control::clientsAnswer);
}

void ControlReads::listMembers(const ControlCall& call, const GroupName& group)
{
    auto query = control::readClientQuery(call.parameters);
    if (const auto* const error = std::get_if<http::HttpError>(&query)) {
        call.answer(*error);
        return;
    }
    m_questions.ask(control_question::ListMembers{group, std::get<control::ClientQuery>(std::move(query))},
                    call.answer, &control::clientsAnswer);
}

void ControlReads::getClient(const ControlCall& call)
{
    if (const Result<ClientId> client = control::readClientId(call.path.values.front()); client) {
        m_questions.ask(control_question::ReadClient{client.value()}, call.answer, &control::clientAnswer);
    } else {
        call.answer(refusalOf(client.error()));
    }
}

void ControlReads::listEndedClients(const ControlCall& call)
{
    const auto query = control::readEndedQuery(call.parameters);
    if (const auto* const error = std::get_if<http::HttpError>(&query)) {
        call.answer(*error);
        return;
    }
    m_questions.ask(control_question::ListEnded{std::get<control::EndedQuery>(query)}, call.answer,
                    &control::endedClientsAnswer);
}

void ControlReads::getEndedClient(const ControlCall& call)
{
    if (const Result<ClientId> client = control::readClientId(call.path.values.front()); client) {
        m_questions.ask(control_question::FindEnded{client.value()}, call.answer,
                        &control::endedClientAnswer);
    } else {
        call.answer(refusalOf(client.error()));
    }
}

void ControlReads::listGroups(const ControlCall& call)
{
    const auto query = control::readGroupQuery(call.parameters);
    if (const auto* const error = std::get_if<http::HttpError>(&query)) {
        call.answer(*error);
        return;
    }
    m_questions.ask(control_question::ListGroups{std::get<control::GroupQuery>(query)}, call.answer,
                    &control::groupsAnswer);
}

void ControlReads::getGroup(const ControlCall& call)
{
    if (const Result<GroupName> group = control::readGroupName(call.path.values.front()); group) {
        m_questions.ask(control_question::FindGroup{group.value()}, call.answer, &control::groupAnswer);
    } else {
        call.answer(refusalOf(group.error()));
    }
}

void ControlReads::listGroupClients(const ControlCall& call)
{
    if (const Result<GroupName> group = control::readGroupName(call.path.values.front()); group) {
        listMembers(call, group.value());
    } else {
        call.answer(refusalOf(group.error()));
    }
}

void ControlReads::getDefaultGroup(const ControlCall& call)
{
    m_questions.ask(control_question::FindGroup{}, call.answer, &control::groupAnswer);
}

void ControlReads::listDefaultGroupClients(const ControlCall& call)
{
    listMembers(call, GroupName());
}

void ControlReads::listListeners(const ControlCall& call)
{
    m_questions.ask(control_question::Listeners{}, call.answer, &control::listenersAnswer);
}

void ControlReads::getStatistics(const ControlCall& call)
{
    m_questions.ask(control_question::Statistics{}, call.answer, &statisticsAnswer);
}

void ControlReads::getConfiguration(const ControlCall& call)
{
    call.answer(control::configurationAnswer(m_context.settings));
}

} // namespace signalbox::broker
