// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/control/answers.h"
#include "server/control/client_query.h"

#include <variant>

namespace signalbox::broker {

/// What a worker asks the hub for the control API, and what the hub answers.
namespace control_question {
using ListClients = control::ClientQuery;
using ListEnded = control::EndedQuery;
using ListGroups = control::GroupQuery;
struct ListMembers {
    GroupName group; ///< empty: the default group
    control::ClientQuery query;
};
/// Who it is.
struct FindClient {
    ClientId client;
};
/// The same with its traffic.
struct ReadClient {
    ClientId client;
};
struct FindEnded {
    ClientId client;
};
/// The empty name is the default group, which is always there.
struct FindGroup {
    GroupName group;
};
struct Listeners {};
struct Statistics {};
} // namespace control_question

using ControlQuestion =
    std::variant<control_question::ListClients, control_question::ListEnded, control_question::ListGroups,
                 control_question::ListMembers, control_question::FindClient, control_question::ReadClient,
                 control_question::FindEnded, control_question::FindGroup, control_question::Listeners,
                 control_question::Statistics>;

namespace control_answer {
using Clients = control::Listed<control::ClientRecord>;
using Ended = control::Listed<link::ClientEnd>;
using Groups = control::Listed<routing::GroupSize>;
struct Statistics {
    link::Statistics sums;
    qint64 groups = 0;
};
} // namespace control_answer

/// Whether the answer has traffic in it, which must be measured first.
[[nodiscard]] constexpr bool asksForTraffic(const ControlQuestion& question)
{
    return std::holds_alternative<control_question::ListClients>(question) ||
           std::holds_alternative<control_question::ListMembers>(question) ||
           std::holds_alternative<control_question::ReadClient>(question);
}

/// The error says what is not there.
using ControlAnswer =
    std::variant<Error, control_answer::Clients, control_answer::Ended, control_answer::Groups,
                 link::ClientInfo, control::ClientRecord, link::ClientEnd, routing::GroupSize,
                 link::ListenersChanged, control_answer::Statistics>;

} // namespace signalbox::broker
