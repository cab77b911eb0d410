// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/managed/socket_registry.h"

#include <variant>

namespace signalbox::broker {

/// What a worker asks the hub about managed sockets, and what the hub answers.
namespace managed_question {
struct Reserve {
    QList<TagName> tags;
};
struct Redeem {
    QByteArray token;
};
/// The clients that these ids stand for.
struct Find {
    QList<QByteArray> ids;
};
struct Describe {
    QByteArray id;
};
struct List {};
struct Close {
    QByteArray id;
};
} // namespace managed_question

using ManagedQuestion =
    std::variant<managed_question::Reserve, managed_question::Redeem, managed_question::Find,
                 managed_question::Describe, managed_question::List, managed_question::Close>;

namespace managed_answer {
/// There is no such socket, or no room for one.
struct No {};
struct Done {};
struct Clients {
    QList<QByteArray> ids; ///< texts of ClientIds
};
} // namespace managed_answer

using ManagedAnswer = std::variant<managed_answer::No, managed_answer::Done, managed_answer::Clients,
                                   managed::Reservation, managed::OpenSocket, QList<managed::OpenSocket>>;

} // namespace signalbox::broker
