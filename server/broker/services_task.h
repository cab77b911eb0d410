// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/link/link_id.h"
#include "server/services/script_values.h"
#include "server/xsockets/message.h"

#include <optional>
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
// Of the controllers of scripts.
/// Answered with worker_task::ControllerAdmitted.
struct AuthorizationAsked {
    int worker = 0;
    QByteArray service;
    QByteArray controller;
    services::ScriptClient client;
    services::ScriptRequest request;
};
struct ControllerOpened {
    int worker = 0;
    QByteArray service;
    services::ScriptClient client;
};
struct ControllerCalled {
    QByteArray service;
    ClientId client;
    xsockets::Message message;
};
struct PropertySet {
    QByteArray service;
    ClientId client;
    services::NamedText property;
};
struct ControllerClosed {
    QByteArray service;
    ClientId client;
};
// Of their subprotocols.
/// Answered with worker_task::Decoded.
struct FrameCame {
    int worker = 0;
    QByteArray service;
    ClientId client;
    QByteArray payload;
    bool binary = false;
};
/// Answered with worker_task::Encoded.
struct EncodingAsked {
    int worker = 0;
    quint64 ticket = 0;
    QByteArray service;
    QByteArray message; ///< {C,T,D}
    std::optional<QByteArray> blob;
};
} // namespace services_task

using ServicesTask =
    std::variant<services_task::ClientOpened, services_task::MessageCame, services_task::PongCame,
                 services_task::GroupLeft, services_task::ClientEnded, services_task::RequestCame,
                 services_task::AuthorizationAsked, services_task::ControllerOpened,
                 services_task::ControllerCalled, services_task::PropertySet, services_task::ControllerClosed,
                 services_task::FrameCame, services_task::EncodingAsked, services_task::AttachConsole,
                 services_task::NobodyLooks, services_task::Command>;

} // namespace signalbox::broker
