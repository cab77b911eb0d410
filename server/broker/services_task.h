// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/link_id.h"
#include "server/services/script_values.h"

#include <variant>

namespace signalbox::broker {

/// Everything that may be posted to the services thread.
namespace services_task {
/// A client of a service; what is posted about it follows, from the same worker.
struct ClientOpened {
    int worker = 0;
    QByteArray service;
    services::ScriptClient client;
    services::ScriptRequest request;
};
struct MessageCame {
    ClientId client;
    QByteArray payload;
    bool binary = false;
};
struct PongCame {
    ClientId client;
    QByteArray payload;
};
/// It is in the group no longer, by the operator's act or by the script's own.
struct GroupLeft {
    ClientId client;
    QByteArray group;
};
struct ClientEnded {
    ClientId client;
    quint16 closeCode = 1006;
    QByteArray closeReason;
    QString error; ///< that the client made; empty: none
};
/// Answered with worker_task::ServiceAnswer.
struct RequestCame {
    int worker = 0;
    quint64 ticket = 0;
    QByteArray service;
    services::ScriptResource resource;
    services::ScriptRequest request;
};
/// A console wants to know all from now on.
struct AttachConsole {
    link::LinkId link;
};
/// No console is attached any more.
struct NobodyLooks {};
/// Of the operator; answered with hub_task::ServiceCommandDone.
struct Command {
    link::CommandId id = 0;
    link::ServiceCommand command;
};
} // namespace services_task

using ServicesTask =
    std::variant<services_task::ClientOpened, services_task::MessageCame, services_task::PongCame,
                 services_task::GroupLeft, services_task::ClientEnded, services_task::RequestCame,
                 services_task::AttachConsole, services_task::NobodyLooks, services_task::Command>;

} // namespace signalbox::broker
